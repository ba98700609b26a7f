package dev.atelier.adapters.http.engineio;

import java.nio.charset.StandardCharsets;

/// Why a request is refused, by the protocol's numbers.
enum EngineError {
    UNKNOWN_TRANSPORT(0, "Transport unknown", 400),
    UNKNOWN_SESSION(1, "Session ID unknown", 400),
    BAD_HANDSHAKE_METHOD(2, "Bad handshake method", 400),
    BAD_REQUEST(3, "Bad request", 400),
    TOO_LARGE(3, "Payload too large", 413),
    FORBIDDEN(4, "Forbidden", 403),
    TOO_MANY_SESSIONS(4, "Too many sessions", 503),
    UNSUPPORTED_VERSION(5, "Unsupported protocol version", 400);

    private final int code;
    private final String message;
    private final int status;

    EngineError(int code, String message, int status) {
        this.code = code;
        this.message = message;
        this.status = status;
    }

    int status() {
        return status;
    }

    byte[] json() {
        return "{\"code\":%d,\"message\":\"%s\"}"
                .formatted(code, message)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
