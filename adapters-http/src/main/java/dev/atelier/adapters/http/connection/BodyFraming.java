package dev.atelier.adapters.http.connection;

/// How a request says where its body ends.
sealed interface BodyFraming {

    /// After so many bytes; 0 where there is no body.
    record Length(int bytes) implements BodyFraming {}

    /// After the chunk of size 0.
    record Chunked() implements BodyFraming {}
}
