package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.Announcement.Ending;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.MessageId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A row of `webhook_deliveries`.
final class WebhookRow {

    private WebhookRow() {}

    static Delivery delivery(DbRow row) {
        var cells = new Cells(row);
        return new Delivery(message(cells), cells.integer("attempt"), cells.integer("tries"));
    }

    static WebhookDelivery read(DbRow row) {
        var cells = new Cells(row);
        return new WebhookDelivery(
                message(cells),
                Status.valueOf(cells.text("status").toUpperCase(Locale.ROOT)),
                cells.instantOrNull("next_attempt_at"),
                attempts(cells.text("attempts")));
    }

    private static Announcement message(Cells cells) {
        return new Announcement(
                new UserId(cells.text("user_id")),
                new MessageId(new JobId(cells.uuid("job_id")), cells.number("version")),
                new WebhookUrl(cells.text("url")),
                new Ending(
                        cells.text("job_type"),
                        cells.text("job_status"),
                        canvas(cells.textOrNull("canvas_id")),
                        cells.textOrNull("error_message"),
                        cells.instant("ended_at")),
                cells.textOrNull("traceparent"));
    }

    private static @Nullable CanvasId canvas(@Nullable String id) {
        return id == null ? null : new CanvasId(id);
    }

    /// An attempt as the column keeps it.
    static String json(Attempt attempt) {
        return Json.object()
                .put("number", attempt.number())
                .put("at", attempt.at().toString())
                .put("status", attempt.statusCode())
                .put("error", attempt.error())
                .put("millis", attempt.took().toMillis())
                .toString();
    }

    private static List<Attempt> attempts(String json) {
        var attempts = new ArrayList<Attempt>();
        Json.read(json).forEach(node -> attempts.add(attempt(node)));
        return List.copyOf(attempts);
    }

    private static Attempt attempt(JsonNode node) {
        return new Attempt(
                Math.toIntExact(Json.whole(node, "number")),
                Instant.parse(Json.text(node, "at")),
                node.hasNonNull("status") ? Math.toIntExact(Json.whole(node, "status")) : null,
                Json.textOrNull(node, "error"),
                Duration.ofMillis(Json.whole(node, "millis")));
    }
}
