package dev.atelier.application.port.in;

/// A key that stands for one submission was used for a different one.
public final class IdempotencyConflict extends RuntimeException {

    public IdempotencyConflict() {
        super("this idempotency key was used for another request");
    }
}
