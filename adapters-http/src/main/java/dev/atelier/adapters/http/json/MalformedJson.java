package dev.atelier.adapters.http.json;

/// A body that is not JSON at all. The message is safe to show.
public final class MalformedJson extends RuntimeException {

    MalformedJson(String message) {
        super(message);
    }
}
