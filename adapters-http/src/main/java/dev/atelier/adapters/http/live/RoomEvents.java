package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.canvases.ObjectView;
import dev.atelier.adapters.http.jobs.EndedJob;
import dev.atelier.adapters.http.jobs.ResultView;
import dev.atelier.adapters.http.json.Json;
import dev.atelier.adapters.http.socketio.Audience;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Updates as the events that Socket.IO clients know: `ai_job_…` of jobs, and `ai_generation_…` for
/// the panel that was there before them.
record RoomEvents(LiveEvents live) {

    /// The job as it stands.
    void show(JobDetails details, Audience audience) {
        var job = details.job();
        var progress = details.progress();
        if (progress == null) {
            update(job, message(job), audience);
        } else {
            update(id(job), job.state().word(), progress.message(), progress.percent(), audience);
        }
    }

    void tell(Update update, Audience audience) {
        switch (update) {
            case Moved(var move) -> tell(move, audience);
            case Progressed(var job, _, var said) ->
                    update(job.toString(), "processing", said.message(), said.percent(), audience);
            case Drawn drawn -> emit(audience, "ai_job_canvas", LiveEvent.canvas(drawn).data());
        }
    }

    private void tell(JobMove move, Audience audience) {
        var job = move.job();
        switch (job.state()) {
            case Queued _ when move.failure() != null ->
                    failed(move, move.failure(), true, audience);
            case Queued _, Cancelled _ -> update(job, message(job), audience);
            case Running _ -> {
                update(job, message(job), audience);
                generation("started", GenerationView.of(move, null), audience);
            }
            case Completed state -> completed(live.ended(move, state), move, audience);
            case Failed(var failure, _, _) -> {
                failed(move, failure, false, audience);
                generation("failed", GenerationView.of(move, failure.message()), audience);
            }
        }
    }

    private static void completed(EndedJob ended, JobMove move, Audience audience) {
        var result = ResultView.Result.of(ended);
        emit(
                audience,
                "ai_job_complete",
                new CompleteView(id(ended.job()), ended.job().state().word(), result, 100));
        generation("completed", GenerationView.drawn(move, result), audience);
    }

    private static void failed(JobMove move, Failure failure, boolean retry, Audience audience) {
        var job = move.job();
        emit(
                audience,
                "ai_job_error",
                new ErrorView(
                        id(job),
                        job.state().word(),
                        failure.message(),
                        job.retries().used(),
                        retry));
    }

    private static void update(AIJob job, String message, Audience audience) {
        update(id(job), job.state().word(), message, 0, audience);
    }

    private static void update(
            String job, String status, String message, int progress, Audience audience) {
        emit(audience, "ai_job_update", new UpdateView(job, status, message, progress));
    }

    private static void generation(String what, GenerationView view, Audience audience) {
        emit(audience, "ai_generation_" + what, view);
    }

    private static void emit(Audience audience, String event, Object view) {
        audience.emit(event, Json.tree(view));
    }

    private static String message(AIJob job) {
        return switch (job.state()) {
            case Queued _ -> "Waiting for its turn";
            case Running _ -> "Started";
            case Completed _ -> "Done";
            case Failed(var failure, _, _) -> failure.message();
            case Cancelled _ -> "Cancelled";
        };
    }

    private static String id(AIJob job) {
        return job.id().toString();
    }

    record UpdateView(String jobId, String status, String message, int progress) {}

    record CompleteView(String jobId, String status, ResultView.Result result, int progress) {}

    record ErrorView(
            String jobId, String status, String error, int retryCount, boolean willRetry) {}

    record GenerationView(
            String requestId,
            @Nullable String canvasId,
            @Nullable String title,
            @Nullable List<ObjectView> objects,
            @Nullable Integer objectCount,
            @Nullable String errorMessage,
            Instant timestamp) {

        static GenerationView of(JobMove move, @Nullable String error) {
            var target = move.job().request().target();
            return new GenerationView(
                    id(move.job()), name(target), null, null, null, error, move.loggedAt());
        }

        static GenerationView drawn(JobMove move, ResultView.Result result) {
            return new GenerationView(
                    id(move.job()),
                    result.canvasId(),
                    result.title(),
                    result.objects(),
                    result.objects().size(),
                    null,
                    move.loggedAt());
        }

        private static @Nullable String name(@Nullable CanvasId canvas) {
            return canvas == null ? null : canvas.value();
        }
    }
}
