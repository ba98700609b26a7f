package dev.atelier.adapters.ai.chat;

/// The model, or a filter before or behind it, would not draw this.
final class Declined extends RuntimeException {

    Declined() {
        super("the provider declined the content");
    }
}
