package dev.atelier.adapters.http.engineio;

import java.util.List;

/// One client, however it is connected.
public interface Session {

    /// Not to be guessed: who knows it may speak for the client.
    String id();

    /// Sends the packets one directly after the other, as soon as the client takes them. Never
    /// waits; a client that takes too little loses its session. Does nothing once the session has
    /// ended.
    void send(List<? extends Packet> packets);

    /// Ends the session after what was sent before. Never waits.
    void close();

    /// Ends the session because the client broke the protocol of those who use the session.
    void closeAsMalformed();
}
