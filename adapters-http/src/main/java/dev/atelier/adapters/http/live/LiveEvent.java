package dev.atelier.adapters.http.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.atelier.adapters.http.jobs.CanvasView.Shape;
import dev.atelier.adapters.http.jobs.EndedJob;
import dev.atelier.adapters.http.jobs.JobFacts;
import dev.atelier.adapters.http.jobs.JobView;
import dev.atelier.adapters.http.jobs.ResultView;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobState.Queued;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What happened to a job, as a watcher is told it.
///
/// @param data becomes JSON
record LiveEvent(String name, Object data) {

    /// The job as it stands, with all that is known about it.
    static LiveEvent snapshot(JobDetails details) {
        return new LiveEvent("status", JobView.of(details));
    }

    /// The job after a move that led to no end.
    static LiveEvent status(AIJob job) {
        return new LiveEvent("status", JobFacts.of(job, null));
    }

    static LiveEvent completed(EndedJob ended) {
        return new LiveEvent(
                "completed",
                new CompletedView(ended.job().id().toString(), ResultView.Result.of(ended)));
    }

    /// An attempt failed, for now or for good.
    static LiveEvent failed(JobMove move, Failure failure) {
        var job = move.job();
        var due = job.state() instanceof Queued(var notBefore) ? notBefore : null;
        return new LiveEvent(
                "failed",
                new FailedView(
                        job.id().toString(),
                        job.state().word(),
                        failure.message(),
                        job.retries().used(),
                        job.retries().allowed(),
                        due != null,
                        due));
    }

    static LiveEvent cancelled(AIJob job) {
        return new LiveEvent(
                "cancelled", new CancelledView(job.id().toString(), job.state().word()));
    }

    static LiveEvent progress(Progressed said) {
        return new LiveEvent(
                "progress",
                new ProgressView(
                        said.job().toString(),
                        said.progress().percent(),
                        said.progress().message()));
    }

    static LiveEvent canvas(Drawn drawn) {
        return new LiveEvent(
                "canvas",
                new DrawingView(
                        drawn.job().toString(), drawn.soFar().title(), Shape.of(drawn.soFar())));
    }

    record CompletedView(String jobId, @JsonUnwrapped ResultView.Result result) {}

    record FailedView(
            String jobId,
            String status,
            String errorMessage,
            int retryCount,
            int maxRetries,
            boolean willRetry,
            @Nullable Instant nextProcessingAt) {}

    record CancelledView(String jobId, String status) {}

    record ProgressView(String jobId, int progress, String message) {}

    record DrawingView(String jobId, String title, List<Shape> objects) {}
}
