package dev.atelier.application.port.out;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.WorkerId;

import java.util.Optional;

/// A claim that a worker leaves with the queue while it has room: a job that nobody stands before
/// can start in the commit that stores it, and need not wait for a second one.
public interface OpenClaim {

    /// Whoever takes it settles it, whatever happens; until then nobody else is given it.
    ///
    /// @return the worker, which has room for a job; nothing where there is no room now
    Optional<WorkerId> take();

    /// @param started the job, as [JobQueue#claim] answers; nothing, if it came to nothing
    void settle(Optional<AIJob> started);
}
