package dev.atelier.adapters.http.webhook;

/// A receiver could not be asked, or did not answer. The message is safe to show to a user.
final class NoAnswer extends Exception {

    NoAnswer(String message) {
        super(message);
    }

    NoAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
