package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.Optional;

/// Where running attempts say how far they are. May be forgotten in a crash; a new start wipes it.
public interface ProgressBoard {

    void show(AIJob job, Progress progress);

    /// Replaces what the job has drawn so far.
    void show(AIJob job, CanvasDesign soFar);

    /// @return what the job has drawn so far; empty unless it is running and has drawn something
    Optional<CanvasDesign> partial(JobId id, UserId owner);
}
