package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A job and what is known about it beside its state.
///
/// @param progress null unless the job is running and has said something
/// @param waiting null unless the job is queued
/// @param attempts oldest first
public record JobDetails(
        AIJob job, @Nullable Progress progress, @Nullable Waiting waiting, List<Attempt> attempts) {

    /// The same, if nobody can be asked before `until`.
    public JobDetails pausedUntil(Instant until) {
        return waiting == null
                ? this
                : new JobDetails(job, progress, waiting.pausedUntil(until), attempts);
    }

    /// How far a running attempt says it is: 0 to 100 percent, and a few words.
    public record Progress(int percent, String message) {}

    /// Why a job waits. `position` counts the jobs before it (0 means next) up to [#MAX_POSITION],
    /// which stands for that many or more; null while it is not in the line. The estimate is null
    /// where too few jobs ran lately to tell.
    public record Waiting(
            Reason reason,
            @Nullable Instant until,
            @Nullable Integer position,
            @Nullable Estimate estimatedStart) {

        public static final int MAX_POSITION = 1000;

        /// The same, if nobody can be asked before `until`. A reason of the job's own comes first.
        public Waiting pausedUntil(Instant until) {
            return reason == Reason.QUEUE
                    ? new Waiting(
                            Reason.PROVIDER_PAUSED,
                            until,
                            position,
                            estimatedStart == null ? null : estimatedStart.notBefore(until))
                    : this;
        }
    }

    public record Estimate(Instant p50, Instant p90) {

        Estimate notBefore(Instant earliest) {
            return new Estimate(later(p50, earliest), later(p90, earliest));
        }

        private static Instant later(Instant a, Instant b) {
            return a.isAfter(b) ? a : b;
        }
    }

    public enum Reason {
        QUEUE,
        SCHEDULED,
        RETRY_BACKOFF,
        USER_LIMIT,
        /// No provider of the node that answers can be asked.
        PROVIDER_PAUSED
    }

    /// One run of the job. `endedAt` is null while it runs, `error` unless it failed.
    public record Attempt(
            int number,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable GeneratedBy by,
            @Nullable String error) {}
}
