package dev.atelier.adapters.http.socketio;

/// A client has not acknowledged what it was asked to, and will not.
public final class Unacknowledged extends RuntimeException {

    Unacknowledged(String message) {
        super(message);
    }
}
