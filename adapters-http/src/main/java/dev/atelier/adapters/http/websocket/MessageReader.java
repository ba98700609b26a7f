package dev.atelier.adapters.http.websocket;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Puts messages together: fragments are joined before they are decoded, and what they add up to is
/// bounded.
final class MessageReader {

    private static final int FIRST_OWN_CODE = 3000;
    private static final int LAST_OWN_CODE = 4999;

    private final FrameReader frames;
    private final int maxMessage;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private @Nullable Opcode unfinished;

    MessageReader(FrameReader frames, int maxMessage) {
        this.frames = frames;
        this.maxMessage = maxMessage;
    }

    /// @throws ProtocolViolation if the client breaks the protocol or its message is too big
    Message next() {
        while (true) {
            var frame = frames.next();
            switch (frame.opcode()) {
                case PING -> {
                    return new Message.Ping(frame.payload());
                }
                case PONG -> {
                    return new Message.Pong();
                }
                case CLOSE -> {
                    requireValidReason(frame.payload());
                    return new Message.Close();
                }
                case TEXT, BINARY, CONTINUATION -> {
                    add(frame);
                    if (frame.last()) {
                        return whole();
                    }
                }
            }
        }
    }

    private void add(Frame frame) {
        if (frame.opcode() == Opcode.CONTINUATION) {
            if (unfinished == null) {
                throw ProtocolViolation.malformed("a continuation of nothing");
            }
        } else {
            if (unfinished != null) {
                throw ProtocolViolation.malformed("a message within a message");
            }
            unfinished = frame.opcode();
        }
        if (parts.size() + frame.payload().remaining() > maxMessage) {
            throw ProtocolViolation.tooBig(maxMessage);
        }
        parts.writeBytes(frame.payload().array());
    }

    private Message whole() {
        var bytes = ByteBuffer.wrap(parts.toByteArray());
        var isText = unfinished == Opcode.TEXT;
        parts.reset();
        unfinished = null;
        return isText ? new Message.Text(decoded(bytes)) : new Message.Binary(bytes);
    }

    private static void requireValidReason(ByteBuffer payload) {
        if (payload.remaining() == 0) {
            return;
        }
        if (payload.remaining() == 1 || !mayBeSent(payload.getShort() & 0xffff)) {
            throw ProtocolViolation.malformed("a close code that cannot be sent");
        }
        decoded(payload);
    }

    private static boolean mayBeSent(int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014 -> true;
            default -> code >= FIRST_OWN_CODE && code <= LAST_OWN_CODE;
        };
    }

    private static String decoded(ByteBuffer utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolViolation(CloseCode.INVALID_DATA, "invalid UTF-8");
        }
    }
}
