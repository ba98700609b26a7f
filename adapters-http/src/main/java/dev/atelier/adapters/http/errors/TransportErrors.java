package dev.atelier.adapters.http.errors;

import dev.atelier.adapters.http.json.Json;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

import org.jspecify.annotations.Nullable;

/// Answers what fails before there is a request to route. The connection is closed behind it.
public final class TransportErrors implements DirectHandler {

    private TransportErrors() {}

    public static DirectHandlers handlers() {
        var handlers = DirectHandlers.builder();
        for (var event : EventType.values()) {
            handlers.addHandler(event, new TransportErrors());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            Throwable thrown,
            System.@Nullable Logger logger) {
        var problem =
                thrown instanceof RequestException e
                        ? ErrorResponses.problem(e)
                        : Problem.of(status, status.reasonPhrase());
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(HeaderValues.CONNECTION_CLOSE);
        headers.set(HeaderValues.create("X-Content-Type-Options", "nosniff"));
        return TransportResponse.builder()
                .status(problem.status())
                .headers(headers)
                .keepAlive(false)
                .entity(Json.bytes(problem.body(request.path())))
                .build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        return handle(request, event, status, headers, new IllegalStateException(message), null);
    }
}
