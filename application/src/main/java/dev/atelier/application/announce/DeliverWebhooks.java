package dev.atelier.application.announce;

import dev.atelier.application.loop.Pacing;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.application.port.out.WebhookOutbox.Limits;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/// Takes due messages while there is room and hands them over.
final class DeliverWebhooks {

    /// A lease is longer than an attempt: 15 seconds to send, as many to settle.
    static final Duration LEASE = Duration.ofSeconds(30);

    static final Limits LIMITS = new Limits(64, 8, 16);

    private final WebhookOutbox outbox;
    private final Limits limits;
    private final Pacing pacing;

    DeliverWebhooks(WebhookOutbox outbox, Limits limits, Pacing pacing) {
        this.outbox = outbox;
        this.limits = limits;
        this.pacing = pacing;
    }

    /// Claims once. Whoever frees a place signals, so that nothing is asked while there is none.
    ///
    /// @param begin adds the delivery to those under way before it returns
    /// @return how long to sleep if no signal comes
    Duration round(Collection<Delivery> underWay, Consumer<Delivery> begin) {
        if (underWay.size() >= limits.all()) {
            return pacing.poll();
        }
        var claim = outbox.claim(limits, underWay, LEASE);
        claim.deliveries().forEach(begin);
        return claim.deliveries().isEmpty() ? pacing.until(claim.nextDue()) : Duration.ZERO;
    }
}
