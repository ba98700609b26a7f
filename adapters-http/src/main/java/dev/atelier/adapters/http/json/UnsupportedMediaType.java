package dev.atelier.adapters.http.json;

/// A body in a form that is not read here.
public final class UnsupportedMediaType extends RuntimeException {

    UnsupportedMediaType() {
        super("The body must be application/json in UTF-8");
    }
}
