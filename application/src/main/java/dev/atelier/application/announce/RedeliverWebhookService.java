package dev.atelier.application.announce;

import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.NoWebhook;
import dev.atelier.application.port.in.RedeliverWebhook;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

/// [RedeliverWebhook] on the log of messages.
public final class RedeliverWebhookService implements RedeliverWebhook {

    private final JobStore store;
    private final WebhookLog log;

    public RedeliverWebhookService(JobStore store, WebhookLog log) {
        this.store = store;
        this.log = log;
    }

    @Override
    public void redeliver(JobId id, UserId owner) {
        var job = store.find(id, owner).orElseThrow(() -> new JobNotFound(id));
        if (!job.state().isFinal()) {
            throw new IllegalTransition(job, "announce");
        }
        if (!log.sendAgain(id, owner)) {
            throw new NoWebhook(job);
        }
    }
}
