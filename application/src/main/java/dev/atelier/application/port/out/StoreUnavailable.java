package dev.atelier.application.port.out;

/// The store cannot be reached now. Whether an unfinished write took effect is not known.
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(Throwable cause) {
        super("the database cannot be reached", cause);
    }
}
