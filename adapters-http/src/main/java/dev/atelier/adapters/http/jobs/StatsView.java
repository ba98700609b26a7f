package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.JobStats;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Counts, times and what was spent; `cost_usd` leaves out the `unpriced_calls`.
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
                        stats.spent().inputTokens(),
                        stats.spent().outputTokens(),
                        UsageView.dollars(stats.spent().cost()),
                        stats.spent().unpricedCalls(),
                        stats.byHour().stream().map(HourView::of).toList()));
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
            long inputTokens,
            long outputTokens,
            @Nullable BigDecimal costUsd,
            long unpricedCalls,
            List<HourView> byHour) {}

    record HourView(
            Instant hour,
            long completed,
            long failed,
            @Nullable Double averageWaitSeconds,
            @Nullable Double averageProcessingSeconds,
            long queued,
            long inputTokens,
            long outputTokens,
            @Nullable BigDecimal costUsd,
            long unpricedCalls) {

        static HourView of(JobStats.Hour hour) {
            return new HourView(
                    hour.hour(),
                    hour.completed(),
                    hour.failed(),
                    hour.averageWaitSeconds(),
                    hour.averageProcessingSeconds(),
                    hour.queued(),
                    hour.spent().inputTokens(),
                    hour.spent().outputTokens(),
                    UsageView.dollars(hour.spent().cost()),
                    hour.spent().unpricedCalls());
        }
    }
}
