package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// `GET /openapi`: this API, described for machines.
public final class ShowOpenApiHandler implements Handler {

    private static final String MEDIA_TYPE = "application/yaml";

    private final byte[] document = load();

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Answer.send(request, response, MEDIA_TYPE, document);
    }

    private static byte[] load() {
        try (var file = ShowOpenApiHandler.class.getResourceAsStream("/openapi.yaml")) {
            return Objects.requireNonNull(file, "openapi.yaml").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
