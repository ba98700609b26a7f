package dev.atelier.adapters.http.websocket;

/// What the client sent is no WebSocket message that we take.
final class ProtocolViolation extends RuntimeException {

    private final CloseCode code;
    private final String reason;

    ProtocolViolation(CloseCode code, String reason) {
        super(reason);
        this.code = code;
        this.reason = reason;
    }

    static ProtocolViolation malformed(String message) {
        return new ProtocolViolation(CloseCode.PROTOCOL_ERROR, message);
    }

    static ProtocolViolation tooBig(int max) {
        return new ProtocolViolation(CloseCode.TOO_BIG, "more than " + max + " bytes");
    }

    CloseCode code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
