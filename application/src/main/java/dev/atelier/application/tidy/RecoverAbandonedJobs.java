package dev.atelier.application.tidy;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.work.FailedAttempts;
import dev.atelier.domain.job.Failure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Jobs of a worker that fell silent get another attempt, or fail if they have used them up.
final class RecoverAbandonedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RecoverAbandonedJobs.class);
    private static final int BATCH = 500;

    private final JobQueue queue;
    private final Sweep sweep;
    private final FailedAttempts failedAttempts;

    RecoverAbandonedJobs(JobQueue queue, Sweep sweep, FailedAttempts failedAttempts) {
        this.queue = queue;
        this.sweep = sweep;
        this.failedAttempts = failedAttempts;
    }

    /// @return whether there may be more
    boolean round() {
        var abandoned = queue.abandoned(BATCH);
        if (!abandoned.isEmpty()) {
            LOG.warn("{} jobs were left by a silent worker", abandoned.size());
        }
        var moved =
                sweep.moveAll(
                        abandoned, job -> failedAttempts.fail(job, Failure.abandoned(), null));
        return moved > 0 && abandoned.size() == BATCH;
    }
}
