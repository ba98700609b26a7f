package dev.atelier.application.announce;

import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookQueries;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.Map;

/// [WebhookQueries] on the log of messages and the counts of this node.
public final class WebhookQueriesService implements WebhookQueries {

    private final JobStore store;
    private final WebhookLog log;
    private final Announcer announcer;

    public WebhookQueriesService(JobStore store, WebhookLog log, Announcer announcer) {
        this.store = store;
        this.log = log;
        this.announcer = announcer;
    }

    @Override
    public List<WebhookDelivery> deliveries(JobId id, UserId owner) {
        var found = log.deliveries(id, owner, MAX_DELIVERIES);
        if (found.isEmpty() && store.find(id, owner).isEmpty()) {
            throw new JobNotFound(id);
        }
        return found;
    }

    @Override
    public Map<String, Long> attemptsMade() {
        return announcer.attemptsMade();
    }
}
