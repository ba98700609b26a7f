package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;

/// The job was submitted without a webhook.
public final class NoWebhook extends RuntimeException {

    private final transient AIJob job;

    public NoWebhook(AIJob job) {
        super("the job has no webhook");
        this.job = job;
    }

    public AIJob job() {
        return job;
    }
}
