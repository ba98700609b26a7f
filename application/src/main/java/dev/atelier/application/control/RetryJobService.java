package dev.atelier.application.control;

import dev.atelier.application.port.in.RetryJob;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.InstantSource;
import java.util.Optional;

/// [RetryJob] as a transition.
public final class RetryJobService implements RetryJob {

    private final EditJob jobs;
    private final InstantSource clock;

    public RetryJobService(JobStore store, InstantSource clock) {
        this.jobs = new EditJob(store);
        this.clock = clock;
    }

    @Override
    public AIJob retry(JobId id, UserId owner) {
        return jobs.edit(id, owner, job -> Optional.of(job.retry(clock.instant())));
    }
}
