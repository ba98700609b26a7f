package dev.atelier.adapters.http.errors;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;

/// The job that a client waited for has failed.
public final class JobGaveUp extends RuntimeException {

    private final transient AIJob job;

    public JobGaveUp(AIJob job, Failure failure) {
        super(failure.message());
        this.job = job;
    }

    AIJob job() {
        return job;
    }
}
