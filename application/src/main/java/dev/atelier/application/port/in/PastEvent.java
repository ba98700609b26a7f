package dev.atelier.application.port.in;

import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What happened to a job, as it is remembered. What does not belong to the event is null.
///
/// @param version the job's, after it
/// @param word the event's name, see [dev.atelier.domain.job.JobEvent#word]
/// @param worker who took the job on
/// @param due when the next attempt may begin, where that was not at once
/// @param failure why the attempt, or the job, failed
/// @param by who was asked in the attempt that ended so
public record PastEvent(
        long version,
        String word,
        Instant at,
        @Nullable WorkerId worker,
        @Nullable Instant due,
        @Nullable Failure failure,
        @Nullable Drawing drawn,
        @Nullable GeneratedBy by) {

    /// How many objects were drawn, and on which version of which canvas.
    public record Drawing(CanvasId canvas, int version, int objects) {}

    public static PastEvent of(Transition transition) {
        var event = transition.event();
        return new PastEvent(
                transition.job().version(),
                event.word(),
                event.at(),
                event instanceof JobStarted(var worker, _) ? worker : null,
                due(transition),
                failure(event),
                event instanceof JobCompleted(var design, var canvas, _, _)
                        ? new Drawing(canvas.id(), canvas.version(), design.objects().size())
                        : null,
                event.by());
    }

    private static @Nullable Instant due(Transition transition) {
        return transition.job().state() instanceof Queued(var due)
                        && (transition.event() instanceof JobRequeued
                                || due.isAfter(transition.event().at()))
                ? due
                : null;
    }

    private static @Nullable Failure failure(JobEvent event) {
        return switch (event) {
            case JobRequeued(var failure, _, _, _) -> failure;
            case JobFailed(var failure, _, _) -> failure;
            case JobQueued _,
                    JobStarted _,
                    JobReleased _,
                    JobCompleted _,
                    JobCancelled _,
                    JobRetried _ ->
                    null;
        };
    }
}
