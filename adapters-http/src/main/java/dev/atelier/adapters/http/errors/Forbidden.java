package dev.atelier.adapters.http.errors;

/// We know who asks, and they may not. The message is safe to show.
public final class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}
