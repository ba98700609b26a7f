package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

/// Gives a failed or cancelled job another go, at once and with a fresh count of retries.
public interface RetryJob {

    /// @return the job, queued again
    /// @throws JobNotFound if the owner has no such job
    /// @throws dev.atelier.domain.job.IllegalTransition if it has not failed and was not cancelled
    AIJob retry(JobId id, UserId owner);
}
