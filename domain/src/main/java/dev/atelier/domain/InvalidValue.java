package dev.atelier.domain;

/// A value breaks a rule of its type. The message says which rule, in words a user may see.
public final class InvalidValue extends IllegalArgumentException {

    private final String message;

    public InvalidValue(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
