package dev.atelier.adapters.http.engineio;

/// What a packet is for.
public enum PacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    UPGRADE('5'),
    NOOP('6');

    private final char digit;

    PacketType(char digit) {
        this.digit = digit;
    }

    /// @throws MalformedPacket if no type has this digit
    static PacketType of(char digit) {
        for (var type : values()) {
            if (type.digit == digit) {
                return type;
            }
        }
        throw new MalformedPacket("unknown packet type");
    }

    char digit() {
        return digit;
    }
}
