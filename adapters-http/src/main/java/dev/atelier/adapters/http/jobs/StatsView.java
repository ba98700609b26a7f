package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.JobStats;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Counts and times.
record StatsView(boolean success, Stats stats) {

    static StatsView of(JobStats stats) {
        return new StatsView(
                true,
                new Stats(
                        stats.total(),
                        stats.queued(),
                        stats.processing(),
                        stats.completed(),
                        stats.failed(),
                        stats.cancelled(),
                        Math.round(stats.successRate() * 100) / 100.0,
                        stats.averageProcessingSeconds(),
                        stats.p50ProcessingSeconds(),
                        stats.p95ProcessingSeconds(),
                        stats.averageWaitSeconds(),
                        stats.oldestQueuedSeconds(),
                        stats.byHour()));
    }

    record Stats(
            long totalJobs,
            long queuedJobs,
            long processingJobs,
            long completedJobs,
            long failedJobs,
            long cancelledJobs,
            double successRate,
            @Nullable Double averageProcessingSeconds,
            @Nullable Double p50ProcessingSeconds,
            @Nullable Double p95ProcessingSeconds,
            @Nullable Double averageWaitSeconds,
            @Nullable Double oldestQueuedSeconds,
            List<JobStats.Hour> byHour) {}
}
