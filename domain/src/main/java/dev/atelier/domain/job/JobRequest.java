package dev.atelier.domain.job;

import static java.util.Objects.requireNonNull;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasId;

import org.jspecify.annotations.Nullable;

/// What a job is to do. A new kind of job is a new record here; the job itself does not change.
public sealed interface JobRequest {

    /// The kind's name on the wire and in the database.
    String type();

    /// What the user asked for, in words.
    CanvasBrief brief();

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

    /// Change a canvas that is there, as the instructions say.
    ///
    /// @param brief names the canvas
    record ModifyCanvas(CanvasBrief brief) implements JobRequest {

        public static final String TYPE = "modify_canvas";

        public ModifyCanvas {
            if (brief.target() == null) {
                throw new InvalidValue("a canvas to change must be named");
            }
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public CanvasId target() {
            return requireNonNull(brief.target());
        }
    }
}
