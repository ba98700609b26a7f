package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Every move of every job, written with the move itself and kept as long as the job is. Entries
/// bear the store's time at which they were written, and become visible up to [#SETTLES] later.
public interface JobLog {

    /// No write takes longer from its entry to its commit.
    Duration SETTLES = Duration.ofSeconds(30);

    /// All moves of these jobs, those of one job in their order.
    List<JobMove> moves(Collection<Trace> jobs);

    /// @return the first moves of the owner's jobs written after `since`, oldest first, at most
    ///   `limit`
    List<JobMove> movesAfter(UserId owner, Instant since, int limit);

    /// @return the jobs of these owners that moved after `since`, each with its last version
    List<Written> writtenAfter(Collection<UserId> owners, Instant since);

    /// @return the owner's jobs that run or stand in line, at most `limit`
    List<Written> unended(UserId owner, int limit);

    /// Which job, and whose.
    record Trace(UserId owner, JobId job) {}

    record Written(Trace trace, long version) {}
}
