package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.application.port.out.WebhookOutbox.Verdict;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Gone;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;
import dev.atelier.domain.job.Announcement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All that is stored about one message. Guarded by the [Ledger] it is in.
final class Letter {

    private final Announcement message;
    private final List<Attempt> attempts = new ArrayList<>();
    private Status status = Status.PENDING;
    private @Nullable Instant due;
    private int attempt;
    private int askedAfter;

    Letter(Announcement message, Instant now) {
        this.message = message;
        this.due = now;
    }

    Delivery claim(Instant leaseEnd) {
        attempt++;
        due = leaseEnd;
        return new Delivery(message, attempt, attempt - askedAfter);
    }

    void settle(Delivery delivery, Attempt made, Verdict verdict) {
        if (delivery.attempt() != attempt) {
            return;
        }
        attempts.add(made);
        if (attempts.size() > WebhookDelivery.MAX_ATTEMPTS) {
            attempts.removeFirst();
        }
        if (askedAfter < attempt) {
            decide(verdict);
        }
    }

    private void decide(Verdict verdict) {
        switch (verdict) {
            case Delivered _ -> end(Status.DELIVERED);
            case Retry(var next) -> due = next;
            case GivenUp _ -> end(Status.FAILED);
            case Gone _ -> end(Status.GONE);
        }
    }

    private void end(Status how) {
        status = how;
        due = null;
    }

    void sendAgain(Instant now) {
        status = Status.PENDING;
        due = now;
        askedAfter = attempt;
    }

    void makeDue(Instant now) {
        due = now;
    }

    Announcement message() {
        return message;
    }

    /// Null unless it is pending.
    @Nullable Instant due() {
        return due;
    }

    WebhookDelivery read() {
        return new WebhookDelivery(message, status, due, List.copyOf(attempts));
    }
}
