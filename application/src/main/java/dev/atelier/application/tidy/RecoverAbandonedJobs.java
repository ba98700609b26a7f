package dev.atelier.application.tidy;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.retry.RetryPolicy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Jobs of a worker that fell silent get another attempt, or fail if they have used them up.
final class RecoverAbandonedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RecoverAbandonedJobs.class);
    private static final int BATCH = 500;

    private final JobQueue queue;
    private final Sweep sweep;
    private final RetryPolicy policy;
    private final InstantSource clock;
    private final RandomGenerator random;

    RecoverAbandonedJobs(
            JobQueue queue,
            Sweep sweep,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        this.queue = queue;
        this.sweep = sweep;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /// @return whether there may be more
    boolean round() {
        var abandoned = queue.abandoned(BATCH);
        if (!abandoned.isEmpty()) {
            LOG.warn("{} jobs were left by a silent worker", abandoned.size());
        }
        sweep.moveAll(abandoned, this::recover);
        return abandoned.size() == BATCH;
    }

    private Transition recover(AIJob job) {
        var now = clock.instant();
        var failure = Failure.abandoned();
        return job.attemptFailed(
                failure, policy.decide(failure, job.retries(), now, random), null, now);
    }
}
