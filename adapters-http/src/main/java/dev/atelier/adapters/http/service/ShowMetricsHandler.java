package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.observe.JvmMetrics;
import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.adapters.http.observe.RequestMetrics;
import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.WebhookQueries;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;

/// `GET /metrics` for Prometheus. What only the database knows is left out while it is down.
public record ShowMetricsHandler(
        MetricsAccess access,
        ServiceQueries service,
        WebhookQueries webhooks,
        AwaitJob waits,
        RequestMetrics requests)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        access.require(request);

        var body = metrics().toString().getBytes(StandardCharsets.UTF_8);
        Answer.send(request, response, PrometheusText.MEDIA_TYPE, body);
    }

    private PrometheusText metrics() {
        var text = new PrometheusText();
        var health = service.health();
        NodeMetrics.write(text, health, service.storeLoad(), service.jobFlow());
        if (health.databaseProblem() == null) {
            service.backlog().ifPresent(backlog -> BacklogMetrics.write(text, backlog));
        }
        var done = service.workDone();
        WorkMetrics.write(text, done);
        ProviderMetrics.write(text, service.models(), done.calls());
        text.counters(
                "aijobs_webhook_deliveries_total",
                "Attempts of this node to deliver, by what followed.",
                "outcome",
                webhooks.attemptsMade());
        text.gauge(
                "aijobs_waiting_requests",
                "Requests of this node that wait for a job to end.",
                waits.waiting());
        requests.writeTo(text);
        JvmMetrics.write(text);
        return text;
    }
}
