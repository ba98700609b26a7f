package dev.atelier.adapters.http.exchange;

import dev.atelier.adapters.http.json.Json;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// The one way out: every answer carries its request's id and what the filters promised.
public final class Answer {

    public static final String JSON = "application/json";

    private Answer() {}

    public static void json(ServerRequest request, ServerResponse response, Object view) {
        send(request, response, JSON, Json.bytes(view));
    }

    public static void send(
            ServerRequest request, ServerResponse response, String mediaType, byte[] body) {
        prepare(request, response);
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.headers().contentLength(body.length);
            response.send();
        } else {
            response.send(body);
        }
    }

    /// Answers with the body and its tag, or with a 304 to a client that has it already.
    public static void unlessKnown(
            ServerRequest request, ServerResponse response, String mediaType, byte[] body) {
        var tag = EntityTag.of(body);
        response.header(HeaderNames.ETAG, tag.toString());
        if (tag.isKnownTo(request)) {
            empty(request, response, Status.NOT_MODIFIED_304);
        } else {
            send(request, response, mediaType, body);
        }
    }

    /// Answers 204 or 304, which have no body.
    public static void empty(ServerRequest request, ServerResponse response, Status status) {
        prepare(request, response);
        response.status(status).send();
    }

    /// What every answer needs before its first byte.
    public static void prepare(ServerRequest request, ServerResponse response) {
        Exchange.of(request).answerHeaders().forEach(response.headers()::set);
        if (request.headers().contains(HeaderNames.EXPECT)) {
            // Whether the body still comes is the client's choice, so nothing may follow it.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
    }
}
