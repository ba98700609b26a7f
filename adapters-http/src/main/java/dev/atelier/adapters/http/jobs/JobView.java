package dev.atelier.adapters.http.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.domain.job.JobState.Completed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A job with all that is known about it.
public record JobView(
        @JsonUnwrapped JobFacts facts,
        ResultView.@Nullable Result resultData,
        int progress,
        @Nullable String progressMessage,
        @Nullable Integer queuePosition,
        @Nullable WaitingView waiting,
        List<AttemptView> attempts,
        @Nullable UsageView usage,
        @Nullable WebhookView webhook) {

    /// Without what it drew.
    public static JobView of(JobDetails details) {
        return of(details, null, null);
    }

    /// @param result what the job drew, where that is wanted and there is something
    /// @param webhook what its receiver was told, where that is wanted and there is one
    static JobView of(
            JobDetails details, @Nullable EndedJob result, @Nullable WebhookView webhook) {
        var waiting = details.waiting();
        var progress = details.progress();
        return new JobView(
                JobFacts.of(details.job(), JobError.of(details)),
                result == null ? null : ResultView.Result.of(result),
                percent(details, progress),
                progress == null ? null : progress.message(),
                waiting == null ? null : waiting.position(),
                waiting == null ? null : WaitingView.of(waiting),
                details.attempts().stream().map(AttemptView::of).toList(),
                UsageView.ofAll(details.attempts()),
                webhook);
    }

    private static int percent(JobDetails details, @Nullable Progress progress) {
        if (details.job().state() instanceof Completed) {
            return 100;
        }
        return progress == null ? 0 : progress.percent();
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
