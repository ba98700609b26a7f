package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.JobGaveUp;
import dev.atelier.adapters.http.errors.JobNotCompleted;
import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import java.time.Duration;
import java.util.Optional;

/// A completed job and what it drew.
public record EndedJob(AIJob job, Completed state, CanvasDesign design) {

    /// @return nothing if the job has not ended in time
    /// @throws JobGaveUp if it has failed
    /// @throws JobNotCompleted if it was cancelled
    static Optional<EndedJob> await(
            AIJob submitted, Duration patience, AwaitJob awaitJob, JobQueries queries)
            throws InterruptedException {
        var job = awaitJob.await(submitted, patience);
        return switch (job.state()) {
            case Queued _, Running _ -> Optional.empty();
            case Completed _ -> Optional.of(of(queries.result(job.id(), job.owner())));
            case Failed(var failure, _, _) -> throw new JobGaveUp(job, failure);
            case Cancelled _ -> throw new JobNotCompleted(job);
        };
    }

    /// @throws JobNotCompleted if there is no result
    public static EndedJob of(JobQueries.Result result) {
        if (result.job().state() instanceof Completed state && result.design().isPresent()) {
            return new EndedJob(result.job(), state, result.design().get());
        }
        throw new JobNotCompleted(result.job());
    }

    String message() {
        return switch (job.request()) {
            case CreateCanvas _ -> "Successfully created " + state.objects() + " objects";
            case ModifyCanvas _ ->
                    "Successfully modified the canvas: it has " + state.objects() + " objects";
        };
    }
}
