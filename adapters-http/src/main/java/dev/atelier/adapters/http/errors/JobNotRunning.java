package dev.atelier.adapters.http.errors;

import dev.atelier.domain.job.AIJob;

/// What a running job has drawn so far was asked for, and the job is not running.
public final class JobNotRunning extends RuntimeException {

    private final transient AIJob job;

    public JobNotRunning(AIJob job) {
        super("Job not running");
        this.job = job;
    }

    AIJob job() {
        return job;
    }
}
