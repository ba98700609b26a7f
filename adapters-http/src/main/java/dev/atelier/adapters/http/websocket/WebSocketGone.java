package dev.atelier.adapters.http.websocket;

/// The client is not reached any more.
public final class WebSocketGone extends RuntimeException {

    WebSocketGone(String message) {
        super(message);
    }

    WebSocketGone(Throwable cause) {
        super("the connection is broken", cause);
    }
}
