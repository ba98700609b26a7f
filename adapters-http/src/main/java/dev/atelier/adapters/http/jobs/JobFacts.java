package dev.atelier.adapters.http.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.JobState.Completed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A job and where it stands, by itself: without what must be looked up beside it.
public record JobFacts(
        String id,
        String userId,
        @Nullable String canvasId,
        String jobType,
        String status,
        int priority,
        List<String> tags,
        RequestData requestData,
        @Nullable String errorMessage,
        int retryCount,
        int maxRetries,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant nextProcessingAt) {

    /// @param error why it failed, or why its last attempt did while the next one is waited for
    public static JobFacts of(AIJob job, @Nullable String error) {
        var times = JobTimes.of(job.state());
        return new JobFacts(
                job.id().toString(),
                job.owner().value(),
                canvas(job),
                job.request().type(),
                job.state().word(),
                job.terms().priority().value(),
                job.terms().tags().values(),
                RequestData.of(job.request()),
                error,
                job.retries().used(),
                job.retries().allowed(),
                job.createdAt(),
                times.started(),
                times.ended(),
                times.due());
    }

    private static @Nullable String canvas(AIJob job) {
        return job.state() instanceof Completed done
                ? done.canvas().value()
                : name(job.request().target());
    }

    private static @Nullable String name(@Nullable CanvasId canvas) {
        return canvas == null ? null : canvas.value();
    }

    /// What was asked for.
    record RequestData(
            String instructions,
            String style,
            @JsonProperty("colorScheme") String colorScheme,
            @Nullable String canvasId) {

        static RequestData of(JobRequest request) {
            var brief = request.brief();
            return new RequestData(
                    brief.instructions().text(),
                    brief.style().word(),
                    brief.colors().word(),
                    name(brief.target()));
        }
    }
}
