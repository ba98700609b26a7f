package dev.atelier.adapters.http.websocket;

import java.nio.ByteBuffer;

/// What a client says, put together from its frames.
sealed interface Message {

    record Text(String text) implements Message {}

    record Binary(ByteBuffer bytes) implements Message {}

    record Ping(ByteBuffer bytes) implements Message {}

    record Pong() implements Message {}

    record Close() implements Message {}
}
