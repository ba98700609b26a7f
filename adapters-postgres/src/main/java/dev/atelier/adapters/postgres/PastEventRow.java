package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.PastEvent.Drawing;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A row of `ai_job_events` as one who looks back reads it.
final class PastEventRow {

    private PastEventRow() {}

    static PastEvent read(DbRow row) {
        var cells = new Cells(row);
        var data = Json.read(cells.text("data"));
        var worker = Json.textOrNull(data, "worker");
        var due = Json.textOrNull(data, "due");
        return new PastEvent(
                cells.number("version"),
                cells.text("type"),
                cells.instant("at"),
                worker == null ? null : new WorkerId(UUID.fromString(worker)),
                due == null ? null : OffsetDateTime.parse(due).toInstant(),
                data.hasNonNull("failure") ? EventRow.failure(data) : null,
                drawing(data),
                CallsJson.read(data));
    }

    private static @Nullable Drawing drawing(JsonNode data) {
        return data.hasNonNull("canvas_id")
                ? new Drawing(
                        new CanvasId(Json.text(data, "canvas_id")),
                        (int) Json.whole(data, "canvas_version"),
                        (int) Json.whole(data, "objects"))
                : null;
    }
}
