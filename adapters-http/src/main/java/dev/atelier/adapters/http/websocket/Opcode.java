package dev.atelier.adapters.http.websocket;

/// What a frame carries (RFC 6455, 5.2).
enum Opcode {
    CONTINUATION(0x0),
    TEXT(0x1),
    BINARY(0x2),
    CLOSE(0x8),
    PING(0x9),
    PONG(0xa);

    private final int number;

    Opcode(int number) {
        this.number = number;
    }

    /// @throws ProtocolViolation if the number is reserved
    static Opcode of(int number) {
        for (var opcode : values()) {
            if (opcode.number == number) {
                return opcode;
            }
        }
        throw ProtocolViolation.malformed("reserved opcode");
    }

    int number() {
        return number;
    }

    boolean isControl() {
        return number >= 0x8;
    }
}
