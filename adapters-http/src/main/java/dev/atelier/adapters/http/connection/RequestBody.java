package dev.atelier.adapters.http.connection;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/// The body of one request as it arrives, never a byte more than its framing says. Chunks are
/// checked and written anew, so what their senders hid in sizes, extensions or trailers ends here.
final class RequestBody {

    private static final int MAX_SIZE_LINE = 128;
    private static final Pattern SIZE_LINE =
            Pattern.compile("([0-9A-Fa-f]{1,7})(?:[ \\t]*;[\\t\\x20-\\x7e]*)?");

    private final RawInput input;
    private final int max;
    private final boolean chunked;
    private int left;
    private int total;
    private boolean ended;

    RequestBody(BodyFraming framing, RawInput input, int max) {
        this.input = input;
        this.max = max;
        switch (framing) {
            case BodyFraming.Length(var bytes) -> {
                chunked = false;
                left = bytes;
                ended = bytes == 0;
            }
            case BodyFraming.Chunked() -> chunked = true;
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /// The next piece of the body, in the framing the head announced.
    byte[] next(long deadline) {
        return chunked ? nextChunk(deadline) : nextBytes(deadline);
    }

    private byte[] nextBytes(long deadline) {
        var bytes = input.take(left, deadline);
        left -= bytes.length;
        ended = left == 0;
        return bytes;
    }

    private byte[] nextChunk(long deadline) {
        var size = chunkSize(deadline);
        total += size;
        if (total > max) {
            throw Refusal.bodyTooLarge(max);
        }
        var chunk = new ByteArrayOutputStream(size + 16);
        chunk.writeBytes(RawInput.bytes(Integer.toHexString(size) + "\r\n"));
        for (var missing = size; missing > 0; ) {
            var bytes = input.take(missing, deadline);
            chunk.writeBytes(bytes);
            missing -= bytes.length;
        }
        input.line(0, RequestBody::malformedChunk, deadline);
        chunk.writeBytes(RawInput.bytes("\r\n"));
        ended = size == 0;
        return chunk.toByteArray();
    }

    private int chunkSize(long deadline) {
        var line =
                SIZE_LINE.matcher(input.line(MAX_SIZE_LINE, RequestBody::malformedChunk, deadline));
        if (!line.matches()) {
            throw malformedChunk();
        }
        var size = Integer.parseInt(line.group(1), 16);
        if (size > max) {
            throw Refusal.bodyTooLarge(max);
        }
        return size;
    }

    private static Refusal malformedChunk() {
        return Refusal.malformed("A chunk is malformed");
    }
}
