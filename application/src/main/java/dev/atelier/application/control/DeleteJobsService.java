package dev.atelier.application.control;

import dev.atelier.application.port.in.DeleteJobs;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.util.function.IntUnaryOperator;

/// [DeleteJobs] in batches that lock little.
public final class DeleteJobsService implements DeleteJobs {

    private static final int BATCH = 500;

    private final JobStore store;
    private final JobRetention retention;

    public DeleteJobsService(JobStore store, JobRetention retention) {
        this.store = store;
        this.retention = retention;
    }

    @Override
    public void delete(JobId id, UserId owner) {
        while (true) {
            var job = store.find(id, owner).orElseThrow(() -> new JobNotFound(id));
            if (!job.state().isFinal()) {
                throw new IllegalTransition(job, "delete");
            }
            if (deleted(job)) {
                return;
            }
        }
    }

    private boolean deleted(AIJob job) {
        try {
            store.delete(job);
            return true;
        } catch (StaleJob retriedMeanwhile) {
            return false;
        }
    }

    @Override
    public int cleanUp(UserId owner, Duration age) {
        return inBatches(limit -> retention.purge(owner, age, limit));
    }

    @Override
    public int cleanUpAll(Duration age) {
        return inBatches(limit -> retention.purge(age, limit));
    }

    private static int inBatches(IntUnaryOperator purge) {
        int total = 0;
        int deleted;
        do {
            deleted = purge.applyAsInt(BATCH);
            total += deleted;
        } while (deleted > 0);
        return total;
    }
}
