package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where running attempts say how far they are. May be forgotten in a crash; a new start wipes it.
public interface ProgressBoard {

    void show(AIJob job, Progress progress);

    /// Replaces what the job has drawn so far.
    void show(AIJob job, CanvasDesign soFar);

    /// @return what the job has drawn so far; empty unless it is running and has drawn something
    Optional<CanvasDesign> partial(JobId id, UserId owner);

    /// @return what the running ones of these jobs have said and drawn last
    List<Said> latest(Collection<Trace> jobs);

    /// @param version of the job, when the attempt began
    record Said(
            Trace trace, long version, @Nullable Progress progress, @Nullable CanvasDesign soFar) {}
}
