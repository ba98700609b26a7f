package dev.atelier.adapters.http.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.JobState.Completed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A job and where it stands.
record JobView(
        String id,
        String userId,
        @Nullable String canvasId,
        String jobType,
        String status,
        int priority,
        List<String> tags,
        RequestData requestData,
        ResultView.@Nullable Result resultData,
        @Nullable String errorMessage,
        int retryCount,
        int maxRetries,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant nextProcessingAt,
        int progress,
        @Nullable String progressMessage,
        @Nullable Integer queuePosition,
        @Nullable WaitingView waiting,
        List<AttemptView> attempts,
        @Nullable UsageView usage,
        @Nullable WebhookView webhook) {

    /// @param result what the job drew, where that is wanted and there is something
    /// @param webhook what its receiver was told, where that is wanted and there is one
    static JobView of(
            JobDetails details, @Nullable EndedJob result, @Nullable WebhookView webhook) {
        var job = details.job();
        var times = JobTimes.of(job.state());
        var waiting = details.waiting();
        var progress = details.progress();
        return new JobView(
                job.id().toString(),
                job.owner().value(),
                canvas(details),
                job.request().type(),
                job.state().word(),
                job.terms().priority().value(),
                job.terms().tags().values(),
                RequestData.of(job.request()),
                result == null ? null : ResultView.Result.of(result),
                JobError.of(details),
                job.retries().used(),
                job.retries().allowed(),
                job.createdAt(),
                times.started(),
                times.ended(),
                times.due(),
                percent(details, progress),
                progress == null ? null : progress.message(),
                waiting == null ? null : waiting.position(),
                waiting == null ? null : WaitingView.of(waiting),
                details.attempts().stream().map(AttemptView::of).toList(),
                UsageView.ofAll(details.attempts()),
                webhook);
    }

    private static @Nullable String canvas(JobDetails details) {
        var job = details.job();
        return job.state() instanceof Completed done
                ? done.canvas().value()
                : name(job.request().target());
    }

    private static int percent(JobDetails details, @Nullable Progress progress) {
        if (details.job().state() instanceof Completed) {
            return 100;
        }
        return progress == null ? 0 : progress.percent();
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

    /// Why the job has not started.
    record WaitingView(
            String reason, @Nullable Instant until, @Nullable EstimateView estimatedStartAt) {

        static WaitingView of(Waiting waiting) {
            var estimate = waiting.estimatedStart();
            return new WaitingView(
                    waiting.reason().name().toLowerCase(Locale.ROOT),
                    waiting.until(),
                    estimate == null ? null : new EstimateView(estimate.p50(), estimate.p90()));
        }
    }

    record EstimateView(Instant p50, Instant p90) {}
}
