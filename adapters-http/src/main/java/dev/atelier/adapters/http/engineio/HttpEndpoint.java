package dev.atelier.adapters.http.engineio;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Answers HTTP requests to an Engine.IO server: polls, posts, handshakes, and whatever is wrong.
final class HttpEndpoint implements Handler {

    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";
    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

    private final EngineIo engine;
    private final int maxPayload;
    private final ClientWatch watch;
    private final Cors cors;

    HttpEndpoint(EngineIo engine, EngineSettings settings, ClientWatch watch) {
        this.engine = engine;
        this.maxPayload = settings.maxPayload();
        this.watch = watch;
        this.cors = new Cors(settings.origins());
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        cors.addTo(response, request);
        try {
            var method = request.prologue().method();
            if (method.equals(Method.OPTIONS) && Cors.isPreflight(request)) {
                cors.answerPreflight(request, response);
            } else {
                answer(method, request, response);
            }
        } catch (Refused refused) {
            response.status(refused.error().status());
            if (refused.error() == EngineError.TOO_LARGE || !isRead(request)) {
                response.header(HeaderValues.CONNECTION_CLOSE);
            }
            send(response, JSON, refused.error().json());
        }
    }

    /// Reads what has come with a request that is refused, unless that is too much: to hang up on
    /// what a client has sent can take the answer away from it.
    private boolean isRead(ServerRequest request) {
        var content = request.content();
        if (!content.hasEntity() || content.consumed()) {
            return true;
        }
        try (var stream = content.inputStream()) {
            return stream.readNBytes(maxPayload + 1).length <= maxPayload;
        } catch (IOException gone) {
            return false;
        }
    }

    private void answer(Method method, ServerRequest request, ServerResponse response) {
        var query = EngineQuery.of(request.query());
        var sid = query.sid();
        if (sid.isEmpty()) {
            if (!method.equals(Method.GET)) {
                throw new Refused(EngineError.BAD_HANDSHAKE_METHOD);
            }
            requirePolling(query);
            poll(engine.open(request.remotePeer(), true), response);
            return;
        }
        var session = engine.session(sid.get());
        requirePolling(query);
        if (method.equals(Method.GET)) {
            poll(session, response);
        } else if (method.equals(Method.POST)) {
            post(session, request, response);
        } else {
            throw new Refused(EngineError.BAD_REQUEST);
        }
    }

    /// A proper request for a WebSocket never comes this far.
    private static void requirePolling(EngineQuery query) {
        if (!query.isPolling()) {
            throw new Refused(EngineError.BAD_REQUEST);
        }
    }

    private void poll(EngineSession session, ServerResponse response) {
        var polling = session.polling();
        try {
            var packets = polling.poll(watch);
            send(response, TEXT, Payload.encode(packets));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("the server stops", stop);
        } catch (ServerConnectionException | UncheckedIOException gone) {
            // The packets were taken, and nobody knows whether they have arrived.
            session.lose();
            throw new CloseConnectionException("the client has gone", gone);
        } finally {
            polling.answered();
        }
    }

    private void post(EngineSession session, ServerRequest request, ServerResponse response) {
        session.polling().beginPost();
        try {
            packetsOf(request).forEach(session::receive);
        } catch (MalformedPacket malformed) {
            session.closeAsMalformed();
            throw new Refused(EngineError.BAD_REQUEST);
        } catch (RuntimeException lost) {
            session.lose();
            throw lost;
        } finally {
            session.polling().endPost();
        }
        send(response, TEXT, OK);
    }

    private List<Packet> packetsOf(ServerRequest request) {
        var type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (type.startsWith(BYTES)) {
            throw new MalformedPacket("bytes belong in a WebSocket");
        }
        return Payload.decode(bodyOf(request));
    }

    private byte[] bodyOf(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        if (request.headers().contentLength().orElse(0) > maxPayload) {
            throw new Refused(EngineError.TOO_LARGE);
        }
        try (var stream = request.content().inputStream()) {
            var body = stream.readNBytes(maxPayload + 1);
            if (body.length > maxPayload) {
                throw new Refused(EngineError.TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(ServerResponse response, String mediaType, byte[] body) {
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.send(body);
    }
}
