package dev.atelier.adapters.http.websocket;

import dev.atelier.adapters.http.timing.Timer;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Turns requests into WebSockets where an endpoint takes them. There is one for all endpoints of a
/// server.
public final class WebSocketUpgrade implements Http1Upgrader {

    private final List<WebSocketEndpoint> endpoints;
    private final Timer timer;

    public WebSocketUpgrade(List<WebSocketEndpoint> endpoints, Timer timer) {
        this.endpoints = List.copyOf(endpoints);
        this.timer = timer;
    }

    @Override
    public String supportedProtocol() {
        return "websocket";
    }

    /// @return null where the request stays an HTTP request
    @Override
    public @Nullable ServerConnection upgrade(
            ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
        if (!prologue.method().equals(Method.GET)) {
            return null;
        }
        var handshake = OpeningHandshake.of(headers);
        if (handshake.isEmpty()) {
            return null;
        }
        var request =
                new UpgradeRequest(
                        prologue.uriPath().path(), prologue.query(), headers, context.remotePeer());
        for (var endpoint : endpoints) {
            var listener = endpoint.accept(request);
            if (listener.isPresent()) {
                context.dataWriter().writeNow(BufferData.create(handshake.get().answer()));
                return new WebSocketConnection(
                        context, listener.get(), endpoint.maxMessage(), timer);
            }
        }
        return null;
    }
}
