package dev.atelier.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;

import org.slf4j.event.KeyValuePair;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/// Writes each event as one JSON object on a line of its own: when, how bad, who and what; then
/// what the thread was about (request, job, user, trace) and what the event itself adds; then the
/// stack with all causes. Whatever a message holds, it stays within its string.
final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new StringBuilder(256);
        line.append("{\"timestamp\":\"").append(event.getInstant()).append('"');
        member(line, "level", event.getLevel().toString());
        member(line, "logger", event.getLoggerName());
        member(line, "thread", event.getThreadName());
        member(line, "message", event.getFormattedMessage());
        new TreeMap<>(event.getMDCPropertyMap()).forEach((name, text) -> member(line, name, text));
        pairs(event).forEach(pair -> member(line, pair.key, pair.value));
        if (event.getThrowableProxy() != null) {
            member(line, "stack", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<KeyValuePair> pairs(ILoggingEvent event) {
        var pairs = event.getKeyValuePairs();
        return pairs == null ? List.of() : pairs;
    }

    private static void member(StringBuilder line, String name, Object value) {
        line.append(',');
        quote(line, name);
        line.append(':');
        if (value instanceof Integer || value instanceof Long) {
            line.append(value);
        } else {
            quote(line, String.valueOf(value));
        }
    }

    private static void quote(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(line, text.charAt(i));
        }
        line.append('"');
    }

    /// Some readers take the separators of Unicode for ends of lines too.
    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (c < ' ' || c == '\u007f' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                    line.append("\\u%04x".formatted((int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
