package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

/// Turns a brief into a design: an AI, or something that behaves like one.
public interface CanvasGenerator {

    /// Blocks until the design is there. Reacts to interruption within a second by closing what it
    /// has open.
    ///
    /// @throws GenerationFailed with a failure that is already classified and safe to show
    /// @throws InterruptedException if the calling thread is interrupted
    Generated generate(CanvasBrief brief, Listener listener) throws InterruptedException;

    record Generated(CanvasDesign design, GeneratedBy by) {}

    /// Hears how the work goes on, on the calling thread or on another.
    interface Listener {

        void progress(Progress progress);
    }
}
