package dev.atelier.application.port.out;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.WorkerId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The line of waiting jobs, and the jobs that workers hold. The store's clock decides what is due.
public interface JobQueue {

    /// Takes up to `room` due jobs: by priority, then by fair turn between users, then by age. Two
    /// claimers never get the same job. A claimed job equals `job.start(worker, startedAt)`. Jobs
    /// past their time to start are left.
    List<AIJob> claim(WorkerId worker, int room);

    /// Leaves a claim open for whoever adds jobs through this node: they may serve it, with those
    /// who are next in line and no others. They need not, so a worker listens to signals all the
    /// same.
    void leaveOpen(OpenClaim claim);

    /// @return when the next delayed job falls due, if any waits; may lie in the past
    Optional<Instant> nextDue();

    /// @return the running jobs that this worker holds, so far as the store knows, and that are not
    ///   among those `known`, at the versions that are known
    List<AIJob> held(WorkerId worker, Collection<AIJob> known);

    /// @return those of `held` that this worker no longer holds at the version it knows: cancelled,
    ///   or taken over
    Set<JobId> lost(WorkerId worker, Collection<AIJob> held);

    /// @return running jobs whose worker has not beaten for the whole lease, at most `limit`
    List<AIJob> abandoned(int limit);

    /// @return queued jobs whose time to start by has passed, at most `limit`
    List<AIJob> expired(int limit);
}
