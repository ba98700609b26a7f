package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /health/live`: whether the process answers at all. A database that is down is no reason to
/// restart it.
public record ShowLivenessHandler() implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer.json(request, response, new StateView(true, "alive"));
    }
}
