package dev.atelier.adapters.http.connection;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;

/// What arrived is not a request we read any further: it is answered and the connection closed,
/// because nobody can tell where the next request begins.
public final class Refusal extends RequestException {

    private static final Status HEAD_TOO_LARGE_431 =
            Status.create(431, "Request Header Fields Too Large");

    private Refusal(Status status, String message) {
        super(
                RequestException.builder()
                        .type(EventType.BAD_REQUEST)
                        .status(status)
                        .message(message)
                        .setKeepAlive(false));
    }

    static Refusal malformed(String message) {
        return new Refusal(Status.BAD_REQUEST_400, message);
    }

    static Refusal tooSlow() {
        return new Refusal(Status.REQUEST_TIMEOUT_408, "The request took too long to arrive");
    }

    static Refusal bodyTooLarge(int max) {
        return new Refusal(
                Status.REQUEST_ENTITY_TOO_LARGE_413, "A body must have at most " + max + " bytes");
    }

    static Refusal lineTooLong() {
        return new Refusal(Status.REQUEST_URI_TOO_LONG_414, "The request line is too long");
    }

    static Refusal encoded() {
        return new Refusal(
                Status.UNSUPPORTED_MEDIA_TYPE_415, "A body must not have a Content-Encoding");
    }

    static Refusal unmetExpectation() {
        return new Refusal(
                Status.EXPECTATION_FAILED_417, "The only expectation met here is 100-continue");
    }

    static Refusal headTooLarge() {
        return new Refusal(HEAD_TOO_LARGE_431, "The header fields are too large");
    }

    boolean leavesBodyBehind() {
        return status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code();
    }
}
