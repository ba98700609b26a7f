package dev.atelier.adapters.http.socketio;

/// Decides who may connect to a namespace. May take its time: only the client that asks waits.
@FunctionalInterface
public interface Doorkeeper {

    Admission admit(Handshake handshake);
}
