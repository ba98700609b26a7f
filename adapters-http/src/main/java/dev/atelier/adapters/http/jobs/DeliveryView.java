package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.WebhookDelivery;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One message and what became of it.
///
/// @param id what the receiver sees as `webhook-id`
record DeliveryView(
        String id,
        String type,
        Instant timestamp,
        String url,
        String status,
        @Nullable String lastError,
        @Nullable Instant nextAttemptAt,
        List<AttemptView> attempts) {

    static DeliveryView of(WebhookDelivery delivery) {
        var message = delivery.message();
        return new DeliveryView(
                message.id().toString(),
                "job." + message.ending().status(),
                message.ending().at(),
                message.to().value(),
                delivery.status().word(),
                delivery.lastError(),
                delivery.nextAttemptAt(),
                delivery.attempts().stream().map(AttemptView::of).toList());
    }

    /// @param error why it failed; null if it did not
    record AttemptView(
            int number,
            Instant at,
            @Nullable Integer statusCode,
            @Nullable String error,
            double durationSeconds) {

        static AttemptView of(WebhookDelivery.Attempt attempt) {
            return new AttemptView(
                    attempt.number(),
                    attempt.at(),
                    attempt.statusCode(),
                    attempt.problem(),
                    seconds(attempt.took()));
        }

        private static double seconds(Duration time) {
            return (double) time.toMillis() / 1000;
        }
    }
}
