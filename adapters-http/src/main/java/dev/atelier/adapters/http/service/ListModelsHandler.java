package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.out.Models.Model;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;

/// `GET /models`: the providers and models this node is set up with.
public record ListModelsHandler(ServiceQueries service) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer.json(request, response, new ModelsView(true, service.models()));
    }

    record ModelsView(boolean success, List<Model> models) {}
}
