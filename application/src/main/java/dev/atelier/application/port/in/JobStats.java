package dev.atelier.application.port.in;

import dev.atelier.domain.job.Spending;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Counts and times of one user's jobs, or of everybody's. Read from roll-ups: the cost does not
/// grow with the jobs.
///
/// Times are in seconds and null where there is nothing to measure; percentiles are read from a
/// histogram and are within 10 percent.
///
/// @param spent by all attempts that ended, those of jobs that are deleted included
public record JobStats(
        long queued,
        long processing,
        long completed,
        long failed,
        long cancelled,
        @Nullable Double averageProcessingSeconds,
        @Nullable Double p50ProcessingSeconds,
        @Nullable Double p95ProcessingSeconds,
        @Nullable Double averageWaitSeconds,
        @Nullable Double oldestQueuedSeconds,
        Spending spent,
        List<Hour> byHour) {

    /// What happened in the hour that begins at `hour`: what ended, how long what started in it had
    /// waited and what completed in it had run, and what attempts that ended in it took. The last
    /// 24 hours, oldest first, empty ones included.
    ///
    /// @param queued how many waited when the hour ended; in the present one, how many wait
    public record Hour(
            Instant hour,
            long completed,
            long failed,
            @Nullable Double averageWaitSeconds,
            @Nullable Double averageProcessingSeconds,
            long queued,
            Spending spent) {}

    public long total() {
        return queued + processing + completed + failed + cancelled;
    }

    /// Completed in percent of those that completed or failed; 0 where there are none.
    public double successRate() {
        var ended = completed + failed;
        return ended == 0 ? 0 : 100.0 * (double) completed / (double) ended;
    }
}
