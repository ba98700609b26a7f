package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.JobDetails;

import java.time.Duration;
import java.time.Instant;

/// When it is worth asking again about a job that has not ended.
final class PollAdvice {

    private static final Duration USUALLY = Duration.ofSeconds(2);
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private PollAdvice() {}

    static long secondsToWait(JobDetails details, Instant now) {
        var due = JobTimes.of(details.job().state()).due();
        var wait = due == null ? USUALLY : atLeast(Duration.between(now, due));
        return Math.min(Math.ceilDiv(wait.toMillis(), 1000), AT_MOST.toSeconds());
    }

    private static Duration atLeast(Duration wait) {
        return wait.compareTo(USUALLY) > 0 ? wait : USUALLY;
    }
}
