package dev.atelier.adapters.postgres.witness;

/// The user of the database may not do what a witness does.
public final class NotAllowed extends RuntimeException {

    public NotAllowed(Throwable cause) {
        super("the database does not allow it", cause);
    }
}
