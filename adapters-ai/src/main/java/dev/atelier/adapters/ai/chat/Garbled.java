package dev.atelier.adapters.ai.chat;

/// A part of the stream that does not follow the provider's protocol.
final class Garbled extends RuntimeException {

    Garbled(Throwable cause) {
        super("an event that could not be read", cause);
    }
}
