package dev.atelier.adapters.http.engineio;

/// A request that gets an error for an answer.
final class Refused extends RuntimeException {

    private final EngineError error;

    Refused(EngineError error) {
        super(error.name());
        this.error = error;
    }

    EngineError error() {
        return error;
    }
}
