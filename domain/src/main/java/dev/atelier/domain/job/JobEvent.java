package dev.atelier.domain.job;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What happened to a job, told by the transition that made it happen.
public sealed interface JobEvent {

    Instant at();

    /// Who was asked in the attempt that ended so; null if nobody was, or nothing is known of it.
    default @Nullable GeneratedBy by() {
        return null;
    }

    record JobQueued(Instant at) implements JobEvent {}

    record JobStarted(WorkerId worker, Instant at) implements JobEvent {}

    /// An attempt failed and another will follow at `due`.
    record JobRequeued(Failure failure, Instant due, @Nullable GeneratedBy by, Instant at)
            implements JobEvent {}

    /// A worker that stopped, or had nobody to ask, gave the job back; no attempt is spent.
    record JobReleased(Instant at) implements JobEvent {}

    /// `design` is what this job drew; `canvas` is the canvas that it is now part of.
    record JobCompleted(CanvasDesign design, Canvas canvas, GeneratedBy by, Instant at)
            implements JobEvent {}

    record JobFailed(Failure failure, @Nullable GeneratedBy by, Instant at) implements JobEvent {}

    record JobCancelled(Instant at) implements JobEvent {}

    /// The user asked for another go.
    record JobRetried(Instant at) implements JobEvent {}

    /// Whether the job goes back to where it stood among those that wait: its worker gave it up or
    /// fell silent, and nothing about the job itself failed.
    default boolean goesBack() {
        return switch (this) {
            case JobReleased _ -> true;
            case JobRequeued(var failure, _, _, _) -> failure.kind() == Failure.Kind.ABANDONED;
            case JobQueued _,
                    JobStarted _,
                    JobCompleted _,
                    JobFailed _,
                    JobCancelled _,
                    JobRetried _ ->
                    false;
        };
    }

    /// The event's name in the log.
    default String word() {
        return switch (this) {
            case JobQueued _ -> "queued";
            case JobStarted _ -> "started";
            case JobRequeued _ -> "requeued";
            case JobReleased _ -> "released";
            case JobCompleted _ -> "completed";
            case JobFailed _ -> "failed";
            case JobCancelled _ -> "cancelled";
            case JobRetried _ -> "retried";
        };
    }
}
