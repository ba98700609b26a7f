package dev.atelier.adapters.http.webhook;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Status code and the one field of an HTTP/1.1 answer that matters here. Its body does not.
record ResponseHead(int code, @Nullable String retryAfter) {

    private static final int MAX_BYTES = 16 * 1024;
    private static final Pattern STATUS_LINE =
            Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    /// Reads up to the final answer; interim ones (1xx) are passed over.
    ///
    /// @throws NoAnswer if this is not HTTP, or ends before it has begun
    static ResponseHead read(InputStream in) throws IOException, NoAnswer {
        var budget = new Budget(in);
        for (var head = readOne(budget); ; head = readOne(budget)) {
            if (head.code / 100 != 1) {
                return head;
            }
        }
    }

    private static ResponseHead readOne(Budget in) throws IOException, NoAnswer {
        var status = STATUS_LINE.matcher(in.line());
        if (!status.matches()) {
            throw new NoAnswer("the answer is not HTTP/1.1");
        }
        String retryAfter = null;
        for (var line = in.line(); !line.isEmpty(); line = in.line()) {
            var colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).equalsIgnoreCase("Retry-After")) {
                retryAfter = line.substring(colon + 1);
            }
        }
        return new ResponseHead(Integer.parseInt(status.group(1)), retryAfter);
    }

    /// Reads lines, of which there may be only so many bytes in all.
    private static final class Budget {

        private final InputStream in;
        private int left = MAX_BYTES;

        private Budget(InputStream in) {
            this.in = in;
        }

        private String line() throws IOException, NoAnswer {
            var line = new ByteArrayOutputStream();
            for (int next = next(); next != '\n'; next = next()) {
                line.write(next);
            }
            var text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        private int next() throws IOException, NoAnswer {
            var next = in.read();
            if (next == -1) {
                throw new NoAnswer("the connection was closed without an answer");
            }
            if (left-- == 0) {
                throw new NoAnswer("the answer has too many header fields");
            }
            return next;
        }
    }
}
