package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

/// Turns a brief into a design: an AI, or something that behaves like one.
public interface CanvasGenerator {

    /// Blocks until the design is there. Reacts to interruption within a second by closing what it
    /// has open.
    ///
    /// @throws GenerationFailed with a failure that is already classified and safe to show
    /// @throws GeneratorPaused if nobody could be asked
    /// @throws InterruptedException if the calling thread is interrupted
    Generated generate(Assignment assignment, Listener listener) throws InterruptedException;

    /// Draws something new.
    default Generated generate(CanvasBrief brief, Listener listener) throws InterruptedException {
        return generate(new Assignment.Draw(brief), listener);
    }

    /// What is to be done.
    sealed interface Assignment {

        CanvasBrief brief();

        /// A new design.
        record Draw(CanvasBrief brief) implements Assignment {}

        /// The design that is there, changed as the brief says. What the owner has pinned stays
        /// where it is.
        record Revise(CanvasBrief brief, Canvas canvas) implements Assignment {}
    }

    /// @param design all of it, also where only a part has changed
    record Generated(CanvasDesign design, GeneratedBy by) {}

    /// Hears how the work goes on, on the calling thread or on another.
    interface Listener {

        void progress(Progress progress);

        /// The design as far as it is known; each replaces the one before.
        default void partial(CanvasDesign soFar) {}

        /// Who has been asked so far, the one that is being asked last, and what it took as far as
        /// that is known; each replaces the one before. It is all that remains of work that is cut
        /// short.
        default void asked(GeneratedBy soFar) {}
    }
}
