package dev.atelier.adapters.http.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One frame, without its mask.
///
/// @param last whether it ends its message
record Frame(boolean last, Opcode opcode, ByteBuffer payload) {

    private static final int FINAL = 0x80;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;
    private static final int MAX_REASON = 123;

    static Frame text(String text) {
        return whole(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Frame binary(ByteBuffer bytes) {
        return whole(Opcode.BINARY, bytes);
    }

    static Frame pong(ByteBuffer bytes) {
        return whole(Opcode.PONG, bytes);
    }

    /// @param reason ASCII
    static Frame close(CloseCode code, String reason) {
        var text = reason.substring(0, Math.min(reason.length(), MAX_REASON));
        var payload = ByteBuffer.allocate(2 + text.length());
        payload.putShort((short) code.number());
        payload.put(text.getBytes(StandardCharsets.US_ASCII));
        return whole(Opcode.CLOSE, payload.flip());
    }

    private static Frame whole(Opcode opcode, ByteBuffer payload) {
        return new Frame(true, opcode, payload);
    }

    /// As a server sends it: unmasked.
    byte[] bytes() {
        var length = payload.remaining();
        var frame = ByteBuffer.allocate(10 + length);
        frame.put((byte) ((last ? FINAL : 0) | opcode.number()));
        if (length < LENGTH_OF_16_BITS) {
            frame.put((byte) length);
        } else if (length <= 0xffff) {
            frame.put((byte) LENGTH_OF_16_BITS).putShort((short) length);
        } else {
            frame.put((byte) LENGTH_OF_64_BITS).putLong(length);
        }
        frame.put(payload.duplicate()).flip();
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }
}
