package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.JobNotCompleted;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.JobState.Completed;

/// A completed job and what it drew.
public record EndedJob(AIJob job, Completed state, CanvasDesign design) {

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
