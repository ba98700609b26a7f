package dev.atelier.adapters.ai.chat;

import dev.langchain4j.exception.HttpException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A server answered with an error, before its stream or within. Unlike its parent it remembers
/// what the server said about the reason, and about when to come back.
final class RefusedCall extends HttpException {

    private final transient Complaint complaint;
    private final transient @Nullable Duration retryAfter;

    /// @param body what the server said, without credentials
    RefusedCall(int status, String body, @Nullable Duration retryAfter) {
        super(status, status + " " + body);
        this.complaint = Complaint.of(body);
        this.retryAfter = retryAfter == null ? complaint.retryDelay() : retryAfter;
    }

    /// The error that came where a piece of the reply was due.
    static RefusedCall within(Complaint complaint, String event) {
        return new RefusedCall(complaint.status(), event, null);
    }

    Complaint complaint() {
        return complaint;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
