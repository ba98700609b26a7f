package dev.atelier.application.port.out;

import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.Page;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The store across all owners, for administrators; nothing else may look at it.
public interface Overview {

    Optional<UserId> ownerOf(JobId id);

    /// Jobs as [JobCatalogue] tells them.
    Page page(Search search);

    /// The oldest first, at most `limit`.
    ///
    /// @param which at least one status is told
    List<AIJob> select(Selection which, int limit);

    /// Those whose lease is alive, the one that started first before the others.
    List<WorkerStanding> workers();

    /// Calls of the last hour, of a sample that bounds the cost.
    List<Called> lastHour();

    /// @param model null where the provider has no models
    record Called(String provider, @Nullable String model, CallRecord record) {}
}
