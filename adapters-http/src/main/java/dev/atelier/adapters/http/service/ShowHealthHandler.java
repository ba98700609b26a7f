package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.ServiceQueries;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.InstantSource;

/// `GET /health`: 200 while all is well, else 503 naming what is not.
public record ShowHealthHandler(ServiceQueries service, InstantSource clock) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var health = service.health();

        response.status(health.healthy() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        Answer.json(request, response, HealthView.of(health, clock.instant()));
    }
}
