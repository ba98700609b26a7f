package dev.atelier.adapters.http.socketio;

import java.util.function.Consumer;

/// What a doorkeeper says.
public sealed interface Admission {

    /// @param connected called once with the socket, before anything that its client sends is heard
    record Accepted(Consumer<Socket> connected) implements Admission {}

    /// @param message told to the client
    record Refused(String message) implements Admission {}
}
