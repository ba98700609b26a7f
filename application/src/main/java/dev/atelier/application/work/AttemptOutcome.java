package dev.atelier.application.work;

import dev.atelier.application.port.out.CanvasGenerator.Assignment;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How an attempt ended, before anything is written.
sealed interface AttemptOutcome {

    /// Who was asked; null if nobody was, or it is not known.
    default @Nullable GeneratedBy by() {
        return null;
    }

    record Produced(Assignment assignment, Generated generated) implements AttemptOutcome {

        @Override
        public GeneratedBy by() {
            return generated.by();
        }
    }

    record Failed(Failure failure, @Nullable GeneratedBy by) implements AttemptOutcome {}

    /// Nobody could be asked, so the attempt never was.
    record Untried(Instant until) implements AttemptOutcome {}

    /// @param by who had been asked by then
    record Interrupted(Reason reason, @Nullable GeneratedBy by) implements AttemptOutcome {

        /// Before anybody was asked.
        Interrupted(Reason reason) {
            this(reason, null);
        }
    }

    enum Reason {
        /// The job was cancelled, or is in other hands: nothing is left to write.
        LOST,
        /// This worker can no longer vouch for the job; whoever finds it abandoned decides.
        LEASE_LOST,
        /// This process stops; the job goes back unharmed.
        SHUTDOWN
    }
}
