package dev.atelier.adapters.http.canvases;

import dev.atelier.application.port.in.CanvasQueries.Stored;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// One version of a canvas, with all that is on it.
record CanvasView(boolean success, Drawing canvas) {

    static CanvasView of(Stored stored) {
        var canvas = stored.canvas();
        var design = canvas.design();
        var diagram = design.diagram();
        return new CanvasView(
                true,
                new Drawing(
                        canvas.id().value(),
                        design.title(),
                        canvas.version(),
                        KindWord.of(diagram == null ? null : diagram.kind()),
                        ObjectView.of(canvas, stored.savedAt()),
                        stored.savedAt()));
    }

    record Drawing(
            String id,
            String title,
            int version,
            @Nullable String kind,
            List<ObjectView> objects,
            Instant updatedAt) {}
}
