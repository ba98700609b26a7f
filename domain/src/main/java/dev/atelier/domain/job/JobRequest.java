package dev.atelier.domain.job;

import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasId;

import org.jspecify.annotations.Nullable;

/// What a job is to do. A new kind of job is a new record here; the job itself does not change.
public sealed interface JobRequest {

    /// The kind's name on the wire and in the database.
    String type();

    /// The canvas the request names, if it names one.
    @Nullable CanvasId target();

    /// Draw a new canvas, or add to one.
    record CreateCanvas(CanvasBrief brief) implements JobRequest {

        public static final String TYPE = "create_canvas";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public @Nullable CanvasId target() {
            return brief.target();
        }
    }
}
