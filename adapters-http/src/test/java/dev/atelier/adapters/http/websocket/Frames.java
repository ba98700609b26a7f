package dev.atelier.adapters.http.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Frames as a client sends them, proper and improper.
public final class Frames {

    public static final int FINAL = 0x80;
    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xa;

    private static final byte[] MASK = {0x12, (byte) 0xf3, 0x00, 0x7a};

    private Frames() {}

    public static byte[] text(String text) {
        return frame(FINAL | TEXT, bytes(text));
    }

    public static byte[] binary(byte... bytes) {
        return frame(FINAL | BINARY, bytes);
    }

    public static byte[] close(int code) {
        return frame(FINAL | CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @param first the final bit, the reserved ones and the opcode
    public static byte[] frame(int first, byte[] payload) {
        var head = head(first, payload.length);
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(head);
        frame.writeBytes(MASK);
        for (var n = 0; n < payload.length; n++) {
            frame.write(payload[n] ^ MASK[n % MASK.length]);
        }
        return frame.toByteArray();
    }

    /// The first bytes of a frame up to its mask.
    public static byte[] head(int first, long length) {
        var head = ByteBuffer.allocate(10).put((byte) first);
        if (length < 126) {
            head.put((byte) (0x80 | length));
        } else if (length < 1 << 16) {
            head.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            head.put((byte) (0x80 | 127)).putLong(length);
        }
        var bytes = new byte[head.flip().remaining()];
        head.get(bytes);
        return bytes;
    }

    public static byte[] join(byte[]... frames) {
        var joined = new ByteArrayOutputStream();
        for (var frame : frames) {
            joined.writeBytes(frame);
        }
        return joined.toByteArray();
    }
}
