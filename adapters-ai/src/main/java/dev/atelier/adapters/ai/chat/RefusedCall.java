package dev.atelier.adapters.ai.chat;

import dev.langchain4j.exception.HttpException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A server answered with an error. Unlike its parent it remembers what the server said about when
/// to come back.
final class RefusedCall extends HttpException {

    private final transient @Nullable Duration retryAfter;

    RefusedCall(int status, String body, @Nullable Duration retryAfter) {
        super(status, status + " " + body);
        this.retryAfter = retryAfter;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
