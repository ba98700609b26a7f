package dev.atelier.adapters.http.websocket;

import io.helidon.common.buffers.DataReader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Reads the frames of a client, strictly: what RFC 6455 forbids it to send is refused, and no
/// length is believed before its bytes are there.
final class FrameReader {

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int MAX_CONTROL = 125;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;
    private static final int MASK_BYTES = 4;

    private final DataReader input;
    private final int maxPayload;

    FrameReader(DataReader input, int maxPayload) {
        this.input = input;
        this.maxPayload = maxPayload;
    }

    /// @throws ProtocolViolation if this is no frame a client may send, or one that is too big
    Frame next() {
        var first = input.read();
        var second = input.read();
        if ((first & RESERVED) != 0) {
            throw ProtocolViolation.malformed("an extension that was not agreed on");
        }
        if ((second & MASKED) == 0) {
            throw ProtocolViolation.malformed("a frame without a mask");
        }
        var opcode = Opcode.of(first & OPCODE);
        var last = (first & FINAL) != 0;
        var length = length(second & LENGTH);
        if (opcode.isControl() && (!last || length > MAX_CONTROL)) {
            throw ProtocolViolation.malformed("a control frame in parts, or too long");
        }
        if (length > maxPayload) {
            throw ProtocolViolation.tooBig(maxPayload);
        }
        return new Frame(last, opcode, payload((int) length));
    }

    private long length(int announced) {
        return switch (announced) {
            case LENGTH_OF_16_BITS -> length(2, LENGTH_OF_16_BITS);
            case LENGTH_OF_64_BITS -> length(8, 1 << 16);
            default -> announced;
        };
    }

    private long length(int bytes, int least) {
        var length = 0L;
        for (var n = 0; n < bytes; n++) {
            length = length << 8 | (input.read() & 0xff);
        }
        if (length < least) {
            // Also a length of 64 bits with the first one set.
            throw ProtocolViolation.malformed("a length that could be shorter");
        }
        return length;
    }

    private ByteBuffer payload(int length) {
        var mask = input.readBytes(MASK_BYTES);
        var payload = new ByteArrayOutputStream(Math.min(length, 1024));
        while (payload.size() < length) {
            input.ensureAvailable();
            var part = Math.min(input.available(), length - payload.size());
            payload.writeBytes(input.readBytes(part));
        }
        var bytes = payload.toByteArray();
        for (var n = 0; n < bytes.length; n++) {
            bytes[n] ^= mask[n % MASK_BYTES];
        }
        return ByteBuffer.wrap(bytes);
    }
}
