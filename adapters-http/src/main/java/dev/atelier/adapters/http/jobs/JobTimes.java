package dev.atelier.adapters.http.jobs;

import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The times that a state knows of.
record JobTimes(@Nullable Instant started, @Nullable Instant ended, @Nullable Instant due) {

    static JobTimes of(JobState state) {
        return switch (state) {
            case Queued(var notBefore) -> new JobTimes(null, null, notBefore);
            case Running(_, var startedAt) -> new JobTimes(startedAt, null, null);
            case Completed(_, _, var startedAt, var at) -> new JobTimes(startedAt, at, null);
            case Failed(_, var startedAt, var at) -> new JobTimes(startedAt, at, null);
            case Cancelled(var startedAt, var at) -> new JobTimes(startedAt, at, null);
        };
    }
}
