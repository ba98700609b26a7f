package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

/// Calls off a queued or running job, on whatever node it runs. Calling it off again changes
/// nothing.
public interface CancelJob {

    /// @return the cancelled job
    /// @throws JobNotFound if the owner has no such job
    /// @throws dev.atelier.domain.job.IllegalTransition if it has completed or failed
    AIJob cancel(JobId id, UserId owner);
}
