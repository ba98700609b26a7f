package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;

import java.time.Duration;

/// Waits for a job to end, whichever node ends it. Thousands may wait at once, each on a virtual
/// thread.
public interface AwaitJob {

    /// @param job the job as the caller knows it
    /// @return the job as it stands when it has ended or `patience` is over; as last known if the
    ///   store cannot be reached, or the job is gone, by then
    /// @throws InterruptedException if the waiting thread is interrupted; the job goes on
    AIJob await(AIJob job, Duration patience) throws InterruptedException;
}
