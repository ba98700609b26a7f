package dev.atelier.adapters.http.socketio;

import dev.atelier.adapters.http.engineio.MalformedPacket;

/// What a packet's first digit says.
enum PacketKind {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private final char digit;

    PacketKind(char digit) {
        this.digit = digit;
    }

    /// @throws MalformedPacket if no kind has this digit
    static PacketKind of(char digit) {
        for (var kind : values()) {
            if (kind.digit == digit) {
                return kind;
            }
        }
        throw new MalformedPacket("unknown packet type");
    }

    char digit() {
        return digit;
    }

    boolean hasAttachments() {
        return switch (this) {
            case BINARY_EVENT, BINARY_ACK -> true;
            case CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR -> false;
        };
    }
}
