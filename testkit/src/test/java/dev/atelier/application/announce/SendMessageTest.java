package dev.atelier.application.announce;

import static dev.atelier.application.announce.Given.HOOK;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WebhookSender.Answer;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// What each answer of a receiver leads to.
class SendMessageTest {

    private final Given given = new Given();
    private final AIJob job = given.announced(HOOK);

    private Delivery claimed() {
        return given.jobs
                .outbox()
                .claim(DeliverWebhooks.LIMITS, List.of(), DeliverWebhooks.LEASE)
                .deliveries()
                .getFirst();
    }

    private void attempt() throws InterruptedException {
        given.sending().attempt(claimed());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void any_2xx_is_a_delivery(int code) throws Exception {
        given.sender.thenStatus(code);

        attempt();

        var delivery = given.last(job);
        assertThat(delivery.status()).isEqualTo(Status.DELIVERED);
        assertThat(delivery.lastError()).isNull();
        assertThat(delivery.attempts().getFirst().statusCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
    void any_other_answer_is_followed_by_another_attempt(int code) throws Exception {
        given.sender.thenStatus(code);

        attempt();

        var delivery = given.last(job);
        assertThat(delivery.status()).isEqualTo(Status.PENDING);
        assertThat(delivery.nextAttemptAt()).isEqualTo(Jobs.NOON.plusSeconds(5));
        assertThat(delivery.lastError()).isEqualTo("the receiver answered " + code);
    }

    @Test
    void no_answer_is_followed_by_another_attempt() throws Exception {
        given.sender.then(new Answer.None("the connection was not accepted"));

        attempt();

        assertThat(given.last(job).nextAttemptAt()).isEqualTo(Jobs.NOON.plusSeconds(5));
        assertThat(given.last(job).lastError()).isEqualTo("the connection was not accepted");
    }

    @Test
    void a_receiver_that_asks_for_patience_gets_it() throws Exception {
        given.sender.then(new Answer.Status(429, Duration.ofMinutes(10)));

        attempt();

        assertThat(given.last(job).nextAttemptAt())
                .isEqualTo(Jobs.NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_receiver_that_is_gone_is_left_alone() throws Exception {
        given.sender.thenStatus(410);

        attempt();

        assertThat(given.last(job).status()).isEqualTo(Status.GONE);
    }

    @Test
    void the_last_attempt_is_the_last() throws Exception {
        given.sender.thenStatus(500).thenStatus(500).thenStatus(500);

        attempt();
        given.clock.pushForward(Duration.ofSeconds(5));
        attempt();
        given.clock.pushForward(Duration.ofSeconds(20));
        assertThat(given.sending().attempt(claimed())).isEqualTo(new GivenUp());

        assertThat(given.last(job).status()).isEqualTo(Status.FAILED);
        assertThat(given.last(job).attempts()).hasSize(3);
        assertThat(given.sender.sent())
                .extracting(message -> message.id())
                .containsOnly(given.last(job).message().id());
    }

    @Test
    void one_that_was_given_up_and_asked_for_again_has_all_attempts_again() throws Exception {
        for (int n = 0; n < 3; n++) {
            given.sender.thenStatus(500);
            attempt();
            given.clock.pushForward(Duration.ofDays(1));
        }
        given.jobs.webhooks().sendAgain(job.id(), job.owner());
        given.sender.thenStatus(500);

        attempt();

        assertThat(given.last(job).status()).isEqualTo(Status.PENDING);
        assertThat(given.last(job).nextAttemptAt()).isEqualTo(given.clock.instant().plusSeconds(5));
    }

    @Test
    void a_bug_of_the_sender_counts_as_an_attempt() throws Exception {
        WebhookSender broken =
                _ -> {
                    throw new IllegalStateException("a bug with a secret");
                };
        var sending =
                new SendMessage(
                        broken,
                        given.jobs.outbox(),
                        DeliverySchedule.A_DAY,
                        given.clock,
                        new Random(1));

        assertThat(sending.attempt(claimed())).isInstanceOf(Retry.class);

        assertThat(given.last(job).lastError()).isEqualTo("it could not be sent");
    }

    @Test
    void an_attempt_that_is_broken_off_settles_nothing_and_is_made_again() {
        given.sender.hangAt(HOOK);
        var delivery = claimed();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> given.sending().attempt(delivery))
                .isInstanceOf(InterruptedException.class);

        assertThat(given.last(job).attempts()).isEmpty();
        given.clock.pushForward(DeliverWebhooks.LEASE);
        assertThat(claimed().message()).isEqualTo(delivery.message());
    }
}
