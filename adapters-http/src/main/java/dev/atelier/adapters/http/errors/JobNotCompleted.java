package dev.atelier.adapters.http.errors;

import dev.atelier.domain.job.AIJob;

/// A result was asked for and there is none: not yet, or never.
public final class JobNotCompleted extends RuntimeException {

    private final transient AIJob job;

    public JobNotCompleted(AIJob job) {
        super("Job not completed");
        this.job = job;
    }

    AIJob job() {
        return job;
    }
}
