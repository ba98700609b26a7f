package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.Duration;

/// Waits for a job to end, whichever node ends it. Thousands may wait at once, each on a virtual
/// thread.
public interface AwaitJob {

    /// @return the job as it stands when it has ended or `patience` is over
    /// @throws JobNotFound if the owner has no such job
    /// @throws InterruptedException if the waiting thread is interrupted; the job goes on
    AIJob await(JobId id, UserId owner, Duration patience) throws InterruptedException;
}
