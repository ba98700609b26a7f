package dev.atelier.application.port.in;

import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.Duration;

/// Forgets ended jobs and all that belongs to them. The canvases they made stay.
public interface DeleteJobs {

    /// @throws JobNotFound if the owner has no such job
    /// @throws dev.atelier.domain.job.IllegalTransition if it has not ended
    void delete(JobId id, UserId owner);

    /// @return how many of the owner's jobs, ended longer ago than `age`, were deleted
    int cleanUp(UserId owner, Duration age);

    /// @return how many of everybody's jobs, ended longer ago than `age`, were deleted
    int cleanUpAll(Duration age);
}
