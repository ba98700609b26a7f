package dev.atelier.adapters.http.errors;

/// Nothing is at this address.
public final class NotFound extends RuntimeException {

    private NotFound(String message) {
        super(message);
    }

    public static NotFound path() {
        return new NotFound("There is nothing at this address");
    }

    public static NotFound canvas() {
        return new NotFound("Canvas not found");
    }

    public static NotFound job() {
        return new NotFound("Job not found");
    }
}
