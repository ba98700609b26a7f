package dev.atelier.adapters.http.errors;

/// The address exists, but does not take this method.
public final class MethodNotAllowed extends RuntimeException {

    private final String allowed;

    /// @param allowed the methods it takes, as `Allow` lists them
    public MethodNotAllowed(String allowed) {
        super("Allowed here: " + allowed);
        this.allowed = allowed;
    }

    String allowed() {
        return allowed;
    }
}
