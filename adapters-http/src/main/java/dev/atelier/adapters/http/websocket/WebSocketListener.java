package dev.atelier.adapters.http.websocket;

import java.nio.ByteBuffer;

/// What the server does with one WebSocket. All calls come one after another from the thread that
/// reads the connection: whoever is slow here slows this client, and no other.
public interface WebSocketListener {

    void opened(WebSocket socket);

    void received(String text);

    void received(ByteBuffer bytes);

    /// The last call, however the connection has ended.
    void ended();
}
