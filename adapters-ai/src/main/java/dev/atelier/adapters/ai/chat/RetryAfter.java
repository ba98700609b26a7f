package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// When a server wants to be asked again: `Retry-After` in seconds or as a date (RFC 9110), or
/// `retry-after-ms`, which OpenAI sends beside it.
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /// @return null if the server did not say, or not so that one could understand it
    static @Nullable Duration read(HttpHeaders headers, Instant now) {
        var millis = headers.firstValue("retry-after-ms").map(value -> number(value, 1));
        var wait =
                millis.orElseGet(
                        () ->
                                headers.firstValue("retry-after")
                                        .map(value -> secondsOrDate(value.strip(), now))
                                        .orElse(null));
        return wait == null || wait.isNegative() ? null : min(wait, LONGEST);
    }

    private static @Nullable Duration secondsOrDate(String value, Instant now) {
        var seconds = number(value, 1000);
        if (seconds != null) {
            return seconds;
        }
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, date.toInstant());
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Duration number(String value, long unitMillis) {
        return value.strip().matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Duration.ofMillis(Math.round(Double.parseDouble(value.strip()) * unitMillis))
                : null;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
