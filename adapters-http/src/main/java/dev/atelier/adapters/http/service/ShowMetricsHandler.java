package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.adapters.http.observe.RequestMetrics;
import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.ServiceQueries.Health;
import dev.atelier.application.port.in.WebhookQueries;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// `GET /metrics` for Prometheus. What only the database knows is left out while it is down.
public record ShowMetricsHandler(
        ServiceQueries service,
        JobQueries queries,
        WebhookQueries webhooks,
        AwaitJob waits,
        RequestMetrics requests)
        implements Handler {

    private static final String WEBHOOKS = "aijobs_webhook_deliveries_total";

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var health = service.health();
        var text = new PrometheusText();
        writeNode(text, health);
        text.gauge(
                "aijobs_waiting_requests",
                "Requests of this node that wait for a job to end.",
                waits.waiting());
        if (health.databaseProblem() == null) {
            writeAll(text, health, queries.statsOfAll());
        }
        WorkMetrics.write(text, service.workDone());
        writeWebhooks(text, webhooks.attemptsMade());
        requests.writeTo(text);

        var body = text.toString().getBytes(StandardCharsets.UTF_8);
        Answer.send(request, response, PrometheusText.MEDIA_TYPE, body);
    }

    private static void writeWebhooks(PrometheusText text, Map<String, Long> attempts) {
        text.family(WEBHOOKS, "counter", "Attempts of this node to deliver, by what followed.");
        attempts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        outcome ->
                                text.sample(
                                        WEBHOOKS,
                                        PrometheusText.label("outcome", outcome.getKey()),
                                        (double) outcome.getValue()));
    }

    private static void writeNode(PrometheusText text, Health health) {
        var database = health.databaseProblem() == null ? 1 : 0;
        text.gauge("aijobs_database_up", "Whether the database answers.", database);
        text.gauge("aijobs_running", "Jobs this node works on.", health.activeJobs());
        text.gauge(
                "aijobs_running_max",
                "Jobs this node works on at most.",
                health.maxConcurrentJobs());
    }

    private static void writeAll(PrometheusText text, Health health, JobStats stats) {
        text.gauge("aijobs_workers", "Nodes whose lease is alive.", health.workers());
        text.gauge("aijobs_queue_depth", "Jobs that wait.", (double) stats.queued());
        var oldest = stats.oldestQueuedSeconds();
        if (oldest != null) {
            text.gauge("aijobs_queue_oldest_age_seconds", "Age of the oldest waiting job.", oldest);
        }
        text.family("aijobs_jobs", "gauge", "Jobs that are kept, by where they stand.");
        text.sample("aijobs_jobs", "status=\"queued\"", (double) stats.queued());
        text.sample("aijobs_jobs", "status=\"processing\"", (double) stats.processing());
        text.sample("aijobs_jobs", "status=\"completed\"", (double) stats.completed());
        text.sample("aijobs_jobs", "status=\"failed\"", (double) stats.failed());
        text.sample("aijobs_jobs", "status=\"cancelled\"", (double) stats.cancelled());
    }
}
