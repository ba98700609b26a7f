package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.WebhookDelivery;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Whether the receiver of a job knows of its end.
///
/// @param lastError why the last attempt failed; null if it did not
record WebhookView(String status, @Nullable String lastError) {

    /// The job has not ended.
    static final WebhookView WAITING = new WebhookView("waiting", null);

    /// @param deliveries latest first
    static WebhookView of(List<WebhookDelivery> deliveries) {
        if (deliveries.isEmpty()) {
            return WAITING;
        }
        var last = deliveries.getFirst();
        return new WebhookView(last.status().word(), last.lastError());
    }
}
