package dev.atelier.application.port.out;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.WorkerId;

import java.util.List;
import java.util.Optional;

/// A claim that a worker leaves with the queue while it has room: whoever stores a job serves it in
/// the same commit, and the job need not wait for a second one.
public interface OpenClaim {

    /// @param room how many jobs at most
    record Allowance(WorkerId worker, int room) {}

    /// Whoever takes it settles it, whatever happens; until then nobody else is given it.
    ///
    /// @return nothing where there is no room now
    Optional<Allowance> take();

    /// @param claimed as [JobQueue#claim] answers; nothing, if it came to nothing
    void settle(List<AIJob> claimed);
}
