package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.ServiceQueries;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /health/ready`: whether requests should be sent here.
public record ShowReadinessHandler(ServiceQueries service) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var ready = service.health().healthy();

        response.status(ready ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        Answer.json(request, response, new StateView(ready, ready ? "ready" : "not ready"));
    }
}
