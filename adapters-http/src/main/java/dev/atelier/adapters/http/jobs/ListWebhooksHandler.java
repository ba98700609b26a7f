package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.WebhookQueries;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;

/// `GET /job/{id}/webhooks`: what its receiver was told, and how that went.
public record ListWebhooksHandler(WebhookQueries queries) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        var deliveries = queries.deliveries(JobPath.id(request), caller.user());

        var views = deliveries.stream().map(DeliveryView::of).toList();
        Answer.json(request, response, new DeliveriesView(true, views));
    }

    record DeliveriesView(boolean success, List<DeliveryView> webhooks) {}
}
