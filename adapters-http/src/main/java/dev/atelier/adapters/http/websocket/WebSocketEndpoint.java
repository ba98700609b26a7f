package dev.atelier.adapters.http.websocket;

import java.util.Optional;

/// Decides about requests to become a WebSocket.
public interface WebSocketEndpoint {

    /// The largest message a client may send, in bytes, over all its fragments.
    int maxMessage();

    /// @return empty where the request is not for this endpoint, or is refused: then it goes on as
    ///   the HTTP request it is, and an HTTP handler can say why
    Optional<WebSocketListener> accept(UpgradeRequest request);
}
