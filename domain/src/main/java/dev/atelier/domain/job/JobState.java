package dev.atelier.domain.job;

import dev.atelier.domain.canvas.CanvasId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Where a job stands. A state holds only facts that are true while the job is in it.
public sealed interface JobState {

    /// Waiting for a worker, from `notBefore` on.
    record Queued(Instant notBefore) implements JobState {}

    /// In the hands of one worker.
    record Running(WorkerId worker, Instant startedAt) implements JobState {}

    /// Done: `objects` objects were drawn on that canvas.
    record Completed(CanvasId canvas, int objects, Instant startedAt, Instant at)
            implements JobState {}

    /// Given up; `startedAt` is when the last attempt began, if there was one.
    record Failed(Failure failure, @Nullable Instant startedAt, Instant at) implements JobState {}

    /// Called off by the user; `startedAt` is set if an attempt was under way.
    record Cancelled(@Nullable Instant startedAt, Instant at) implements JobState {}

    /// The state's name on the wire and in the database.
    default String word() {
        return switch (this) {
            case Queued _ -> "queued";
            case Running _ -> "processing";
            case Completed _ -> "completed";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    /// Whether only the user can move the job on from here.
    default boolean isFinal() {
        return switch (this) {
            case Queued _, Running _ -> false;
            case Completed _, Failed _, Cancelled _ -> true;
        };
    }
}
