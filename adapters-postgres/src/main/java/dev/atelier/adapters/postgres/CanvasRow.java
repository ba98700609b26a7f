package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.CanvasQueries.Place;
import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.in.CanvasQueries.Summary;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// A version of a canvas as a row.
final class CanvasRow {

    private CanvasRow() {}

    static Stored stored(CanvasId id, UserId owner, DbRow row) {
        var cells = new Cells(row);
        try {
            var design =
                    DesignJson.read(
                            cells.text("title"),
                            Json.read(cells.text("objects")),
                            DiagramJson.read(cells.textOrNull("diagram")));
            var pinned =
                    Json.read(cells.text("pinned"))
                            .valueStream()
                            .map(it -> new ObjectId(it.asText()))
                            .collect(Collectors.toSet());
            return new Stored(
                    new Canvas(id, owner, cells.integer("version"), design, pinned),
                    cells.instant("created_at"));
        } catch (RuntimeException broken) {
            throw new IllegalStateException(
                    "the row of canvas " + id.value() + " is broken", broken);
        }
    }

    static Summary summary(DbRow row) {
        var cells = new Cells(row);
        var kind = cells.textOrNull("kind");
        return new Summary(
                new Place(cells.instant("begun_at"), new CanvasId(cells.text("id"))),
                cells.text("title"),
                cells.integer("version"),
                kind == null ? null : DiagramJson.kind(kind),
                cells.integer("object_count"),
                cells.instant("saved_at"));
    }

    static @Nullable String kind(CanvasDesign design) {
        return design.diagram() == null ? null : DiagramJson.word(design.diagram().kind());
    }

    static String pinned(Canvas canvas) {
        var array = Json.array();
        canvas.pinned().stream().map(ObjectId::value).sorted().forEach(array::add);
        return array.toString();
    }
}
