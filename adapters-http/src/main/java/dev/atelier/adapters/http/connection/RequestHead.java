package dev.atelier.adapters.http.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A request line and its header fields, read strictly (RFC 9112): whatever two readers could
/// understand in two ways is refused, because that is what request smuggling lives on.
record RequestHead(List<String> lines, BodyFraming framing) {

    private static final int MAX_FIELDS = 100;
    private static final Pattern REQUEST_LINE =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32} [\\x21-\\x7e]+ HTTP/1\\.1");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\\t\\x20-\\x7e\\x80-\\xff]*)");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    static RequestHead read(RawInput input, ConnectionLimits limits, long deadline) {
        var lines = new ArrayList<String>();
        var requestLine = input.line(limits.maxHeadBytes() / 2, Refusal::lineTooLong, deadline);
        require(REQUEST_LINE.matcher(requestLine).matches(), "The request line is malformed");
        lines.add(requestLine);

        var fields = new FramingFields();
        var room = limits.maxHeadBytes() - requestLine.length();
        while (true) {
            var line = input.line(room, Refusal::headTooLarge, deadline);
            lines.add(line);
            if (line.isEmpty()) {
                return new RequestHead(lines, fields.framing(limits.maxBodyBytes()));
            }
            room -= line.length();
            if (lines.size() > MAX_FIELDS) {
                throw Refusal.headTooLarge();
            }
            fields.add(line);
        }
    }

    byte[] bytes() {
        return RawInput.bytes(String.join("\r\n", lines) + "\r\n");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw Refusal.malformed(message);
        }
    }

    /// The fields that say where the body ends.
    private static final class FramingFields {

        private final List<String> lengths = new ArrayList<>();
        private final List<String> codings = new ArrayList<>();

        void add(String line) {
            var field = FIELD.matcher(line);
            require(field.matches(), "A header field is malformed");
            var value = field.group(2).strip();
            switch (field.group(1).toLowerCase(Locale.ROOT)) {
                case "content-length" -> lengths.add(value);
                case "transfer-encoding" -> codings.add(value);
                case "content-encoding" -> throw Refusal.encoded();
                case "expect" -> {
                    if (!value.equals("100-continue")) {
                        throw Refusal.unmetExpectation();
                    }
                }
                default -> {}
            }
        }

        BodyFraming framing(int maxBodyBytes) {
            if (!codings.isEmpty()) {
                require(lengths.isEmpty(), "Content-Length and Transfer-Encoding exclude another");
                require(codings.equals(List.of("chunked")), "The only transfer coding is chunked");
                return new BodyFraming.Chunked();
            }
            if (lengths.isEmpty()) {
                return new BodyFraming.Length(0);
            }
            require(lengths.size() == 1, "There must be one Content-Length");
            require(LENGTH.matcher(lengths.getFirst()).matches(), "Content-Length must be digits");
            var length = Long.parseLong(lengths.getFirst());
            if (length > maxBodyBytes) {
                throw Refusal.bodyTooLarge(maxBodyBytes);
            }
            return new BodyFraming.Length((int) length);
        }
    }
}
