package dev.atelier.adapters.http.websocket;

/// Why a WebSocket is closed (RFC 6455, 7.4.1, and the IANA registry).
public enum CloseCode {
    NORMAL(1000),
    GOING_AWAY(1001),
    PROTOCOL_ERROR(1002),
    INVALID_DATA(1007),
    POLICY_VIOLATION(1008),
    TOO_BIG(1009),
    SERVER_ERROR(1011),
    TRY_AGAIN_LATER(1013);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
