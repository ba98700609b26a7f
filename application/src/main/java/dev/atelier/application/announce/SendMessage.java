package dev.atelier.application.announce;

import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.application.port.out.WebhookOutbox.Verdict;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Gone;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WebhookSender.Answer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// One attempt to deliver: send, judge the answer, settle.
final class SendMessage {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessage.class);
    private static final int GONE = 410;

    private final WebhookSender sender;
    private final WebhookOutbox outbox;
    private final DeliverySchedule schedule;
    private final InstantSource clock;
    private final RandomGenerator random;

    SendMessage(
            WebhookSender sender,
            WebhookOutbox outbox,
            DeliverySchedule schedule,
            InstantSource clock,
            RandomGenerator random) {
        this.sender = sender;
        this.outbox = outbox;
        this.schedule = schedule;
        this.clock = clock;
        this.random = random;
    }

    /// @throws InterruptedException if the calling thread is interrupted: nothing is settled then,
    ///   and the message falls due when its lease ends
    Verdict attempt(Delivery delivery) throws InterruptedException {
        var begun = clock.instant();
        var answer = sent(delivery);
        var ended = clock.instant();
        var attempt = attempt(delivery.attempt(), answer, begun, Duration.between(begun, ended));
        var verdict = verdict(delivery, answer, ended);
        outbox.settle(delivery, attempt, verdict);
        log(delivery, attempt, verdict);
        return verdict;
    }

    /// A bug in the sender must not keep a message in the outbox for ever.
    private Answer sent(Delivery delivery) throws InterruptedException {
        try {
            return sender.send(delivery.message());
        } catch (RuntimeException bug) {
            LOG.error("webhook {}: it cannot be sent", delivery.message().id(), bug);
            return new Answer.None("it could not be sent");
        }
    }

    private static Attempt attempt(int number, Answer answer, Instant at, Duration took) {
        return switch (answer) {
            case Answer.Status(var code, _) -> new Attempt(number, at, code, null, took);
            case Answer.None(var error) -> new Attempt(number, at, null, error, took);
        };
    }

    private Verdict verdict(Delivery delivery, Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Status(var code, _) when code / 100 == 2 -> new Delivered();
            case Answer.Status(var code, _) when code == GONE -> new Gone();
            case Answer.Status(_, var retryAfter) -> again(delivery, retryAfter, now);
            case Answer.None _ -> again(delivery, null, now);
        };
    }

    private Verdict again(Delivery delivery, @Nullable Duration retryAfter, Instant now) {
        return schedule.next(delivery.tries(), retryAfter, now, random)
                .<Verdict>map(Retry::new)
                .orElseGet(GivenUp::new);
    }

    /// The receiver is named, not its URL: a path may hold a secret of its owner's.
    private static void log(Delivery delivery, Attempt attempt, Verdict verdict) {
        var message = delivery.message();
        if (verdict instanceof GivenUp) {
            LOG.warn(
                    "webhook {} to {} is given up after attempt {}: {}",
                    message.id(),
                    message.to().receiver(),
                    attempt.number(),
                    attempt.problem());
        } else {
            LOG.debug("webhook {}: attempt {}: {}", message.id(), attempt.number(), verdict);
        }
    }
}
