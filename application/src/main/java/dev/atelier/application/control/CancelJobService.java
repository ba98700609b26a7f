package dev.atelier.application.control;

import dev.atelier.application.port.in.CancelJob;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.time.InstantSource;
import java.util.Optional;

/// [CancelJob] as a transition: whoever runs the job hears of it and stops.
public final class CancelJobService implements CancelJob {

    private final EditJob jobs;
    private final InstantSource clock;

    public CancelJobService(JobStore store, InstantSource clock) {
        this.jobs = new EditJob(store);
        this.clock = clock;
    }

    @Override
    public AIJob cancel(JobId id, UserId owner) {
        return jobs.edit(id, owner, this::unlessCancelled);
    }

    private Optional<Transition> unlessCancelled(AIJob job) {
        return job.state() instanceof Cancelled
                ? Optional.empty()
                : Optional.of(job.cancel(clock.instant()));
    }
}
