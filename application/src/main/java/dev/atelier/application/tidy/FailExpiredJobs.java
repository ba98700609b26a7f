package dev.atelier.application.tidy;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;

import java.time.InstantSource;

/// Jobs that nobody wants any more, because they did not start in time, fail without having cost
/// anything.
final class FailExpiredJobs {

    private static final int BATCH = 500;

    private final JobQueue queue;
    private final Sweep sweep;
    private final InstantSource clock;

    FailExpiredJobs(JobQueue queue, Sweep sweep, InstantSource clock) {
        this.queue = queue;
        this.sweep = sweep;
        this.clock = clock;
    }

    /// @return whether there may be more
    boolean round() {
        var expired = queue.expired(BATCH);
        var moved = sweep.moveAll(expired, this::expire);
        return moved > 0 && expired.size() == BATCH;
    }

    /// The store's clock found the job expired; ours may be a little behind.
    private Transition expire(AIJob job) {
        var now = clock.instant();
        var startBy = job.terms().startBy();
        return job.expire(startBy != null && startBy.isAfter(now) ? startBy : now);
    }
}
