package dev.atelier.application.port.out;

import dev.atelier.domain.job.UserId;

import java.time.Duration;

/// Deletion of ended jobs in bounded batches, safe on all nodes at once. Canvases stay.
public interface JobRetention {

    /// The oldest of each state first; a state that is kept longer costs nothing meanwhile.
    ///
    /// @return how many of everybody's jobs were deleted because they ended longer ago than they
    ///   are to be kept, at most `limit`
    int purge(Retention kept, int limit);

    /// @return how many of everybody's jobs ended longer ago than `age` were deleted, at most
    ///   `limit`
    int purge(Duration age, int limit);

    /// @return how many of the owner's jobs ended longer ago than `age` were deleted, at most
    ///   `limit`
    int purge(UserId owner, Duration age, int limit);

    /// Forgets all ended jobs of the owner, in batches, and all else that is stored about jobs they
    /// no longer have. Where they have none at all, nothing is left that names them. What was
    /// counted of everybody stays.
    ///
    /// @return how many jobs were deleted
    int erase(UserId owner);

    /// @return how many idempotency keys older than 24 hours were deleted, at most `limit`
    int purgeKeys(int limit);
}
