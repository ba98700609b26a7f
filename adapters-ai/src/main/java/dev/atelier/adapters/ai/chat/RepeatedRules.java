package dev.atelier.adapters.ai.chat;

/// A reply repeats what we told the model, which is not for the user.
final class RepeatedRules extends RuntimeException {

    RepeatedRules() {
        super("the reply repeats the prompt");
    }
}
