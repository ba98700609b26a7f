package dev.atelier.application.work;

import dev.atelier.domain.job.AIJob;

import java.time.Instant;
import java.util.Optional;

/// Since when a job that was just claimed had been due. It is known of a first start alone: later
/// ones follow a backoff, a release or a retry, of which the job itself keeps no time.
final class FirstWait {

    /// A job is submitted as version 1, and its first start makes it 2.
    private static final long FIRST_START = 2;

    private FirstWait() {}

    static Optional<Instant> of(AIJob job) {
        if (job.version() != FIRST_START) {
            return Optional.empty();
        }
        var wanted = job.terms().notBefore();
        var created = job.createdAt();
        return Optional.of(wanted != null && wanted.isAfter(created) ? wanted : created);
    }
}
