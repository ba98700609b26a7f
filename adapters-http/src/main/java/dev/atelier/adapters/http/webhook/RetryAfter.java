package dev.atelier.adapters.http.webhook;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// `Retry-After` (RFC 9110, 10.2.3): seconds, or a date.
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /// @return null if there is none, or it cannot be understood, or it has passed
    static @Nullable Duration parse(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        var text = value.strip();
        var wait =
                SECONDS.matcher(text).matches()
                        ? Duration.ofSeconds(Long.parseLong(text))
                        : until(text, now);
        return wait != null && wait.isPositive() ? wait : null;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            var at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            return Duration.between(now, at);
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
