package dev.atelier.adapters.http;

import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.NoWebhook;
import dev.atelier.application.port.in.RedeliverWebhook;
import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookQueries;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The messages of a [FakeApplication]'s jobs.
public final class FakeWebhooks implements WebhookQueries, RedeliverWebhook {

    public final List<WebhookDelivery> deliveries = new ArrayList<>();
    public final List<JobId> redelivered = new ArrayList<>();
    public Map<String, Long> attemptsMade = Map.of();

    private final JobQueries jobs;

    FakeWebhooks(JobQueries jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<WebhookDelivery> deliveries(JobId id, UserId owner) {
        jobs.details(id, owner);
        return deliveries.stream().filter(it -> it.message().id().job().equals(id)).toList();
    }

    @Override
    public Map<String, Long> attemptsMade() {
        return attemptsMade;
    }

    @Override
    public void redeliver(JobId id, UserId owner) {
        var job = jobs.details(id, owner).job();
        if (!job.state().isFinal()) {
            throw new IllegalTransition(job, "announce");
        }
        if (deliveries(id, owner).isEmpty()) {
            throw new NoWebhook(job);
        }
        redelivered.add(id);
    }
}
