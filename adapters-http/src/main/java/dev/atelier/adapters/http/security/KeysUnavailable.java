package dev.atelier.adapters.http.security;

/// A token names a key that is not known here, and the issuer's keys cannot be fetched now.
public final class KeysUnavailable extends RuntimeException {

    KeysUnavailable(Exception cause) {
        super("the token issuer's keys cannot be fetched", cause);
    }
}
