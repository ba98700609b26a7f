package dev.atelier.application.port.in;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.Transition;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A step in a job's life: the job as it stood after it. `job.version()` counts the steps.
///
/// @param failure why the attempt that ended with this step had failed; null if none did
/// @param drawn what the job drew, where it completed and the design is at hand
/// @param loggedAt when the step was written, by the store's clock
public record JobMove(
        AIJob job, @Nullable Failure failure, @Nullable CanvasDesign drawn, Instant loggedAt) {

    public static JobMove of(Transition transition, Instant loggedAt) {
        return switch (transition.event()) {
            case JobRequeued(var failure, _, _, _) ->
                    new JobMove(transition.job(), failure, null, loggedAt);
            case JobFailed(var failure, _, _) ->
                    new JobMove(transition.job(), failure, null, loggedAt);
            case JobCompleted(var design, _, _, _) ->
                    new JobMove(transition.job(), null, design, loggedAt);
            case JobEvent.JobQueued _,
                    JobEvent.JobStarted _,
                    JobEvent.JobReleased _,
                    JobEvent.JobCancelled _,
                    JobEvent.JobRetried _ ->
                    new JobMove(transition.job(), null, null, loggedAt);
        };
    }
}
