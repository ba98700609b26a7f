package dev.atelier.adapters.http.websocket;

import java.nio.ByteBuffer;

/// One WebSocket, from the server's side. Its methods may be called by any thread; what is sent
/// leaves in the order of the calls.
public interface WebSocket {

    /// Waits until the network has taken the message, for as long as the client does not read.
    ///
    /// @throws WebSocketGone if the connection is closed or broken
    void send(String text);

    /// @see #send(String)
    void send(ByteBuffer bytes);

    /// Says goodbye and hears nothing more from the client; after some seconds, or with the
    /// client's own goodbye, the connection is closed. Waits like [#send(String)].
    ///
    /// @param reason ASCII
    void close(CloseCode code, String reason);

    /// Closes the connection at once, without a word. Whoever waits in [#send(String)] gets an
    /// exception. Never waits.
    void abort();
}
