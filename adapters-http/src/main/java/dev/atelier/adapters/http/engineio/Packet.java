package dev.atelier.adapters.http.engineio;

import java.nio.ByteBuffer;
import java.util.Base64;

/// What the two sides exchange.
public sealed interface Packet {

    /// @param data empty where there is none
    record Text(PacketType type, String data) implements Packet {

        @Override
        public String encoded() {
            return type.digit() + data;
        }
    }

    /// A message of bytes.
    record Binary(ByteBuffer bytes) implements Packet {

        public Binary {
            bytes = bytes.asReadOnlyBuffer();
        }

        /// A view of its own for each caller.
        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate();
        }

        @Override
        public String encoded() {
            var copy = new byte[bytes.remaining()];
            bytes().get(copy);
            return BINARY + Base64.getEncoder().encodeToString(copy);
        }
    }

    char BINARY = 'b';

    static Text message(String data) {
        return new Text(PacketType.MESSAGE, data);
    }

    /// A packet without data.
    static Text of(PacketType type) {
        return new Text(type, "");
    }

    /// As it stands in a payload or, where it is text, in a WebSocket message.
    String encoded();

    /// About what it takes on the way.
    default int size() {
        return switch (this) {
            case Text(_, var data) -> 1 + data.length();
            case Binary binary -> binary.bytes().remaining();
        };
    }

    /// @throws MalformedPacket if this is no packet of text
    static Text decode(String encoded) {
        if (encoded.isEmpty()) {
            throw new MalformedPacket("an empty packet");
        }
        return new Text(PacketType.of(encoded.charAt(0)), encoded.substring(1));
    }

    /// @throws MalformedPacket if this is no packet of a payload
    static Packet decodeInPayload(String encoded) {
        if (encoded.isEmpty() || encoded.charAt(0) != BINARY) {
            return decode(encoded);
        }
        try {
            return new Binary(ByteBuffer.wrap(Base64.getDecoder().decode(encoded.substring(1))));
        } catch (IllegalArgumentException e) {
            throw new MalformedPacket("bytes that are not in Base64");
        }
    }
}
