package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.SteerWork;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /admin/pauses`: what is paused, by whom, and why.
public record ListPausesHandler(SteerWork steer) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer.json(request, response, PausesView.of(steer.pauses()));
    }
}
