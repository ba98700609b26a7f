package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// When a server wants to be asked again: `Retry-After` in seconds or as a date (RFC 9110),
/// `retry-after-ms`, which OpenAI sends beside it, or the moment at which Anthropic fills up what
/// is used up.
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /// @return null if the server did not say, or not so that one could understand it
    static @Nullable Duration read(HttpHeaders headers, Instant now) {
        return Stream.of(
                        headers.firstValue("retry-after-ms").map(value -> number(value, 1)),
                        headers.firstValue("retry-after").map(value -> secondsOrDate(value, now)),
                        refilled(headers, now))
                .flatMap(wait -> wait.stream())
                .filter(wait -> !wait.isNegative())
                .findFirst()
                .map(RetryAfter::atMostLongest)
                .orElse(null);
    }

    /// @return null if this is no number of seconds
    static @Nullable Duration seconds(String value) {
        var wait = number(value, 1000);
        return wait == null ? null : atMostLongest(wait);
    }

    private static @Nullable Duration secondsOrDate(String value, Instant now) {
        var seconds = number(value, 1000);
        if (seconds != null) {
            return seconds;
        }
        try {
            var date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, date.toInstant());
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Optional<Duration> refilled(HttpHeaders headers, Instant now) {
        return Stream.of("requests", "tokens", "input-tokens", "output-tokens")
                .map(what -> "anthropic-ratelimit-" + what)
                .filter(limit -> headers.firstValue(limit + "-remaining").orElse("").equals("0"))
                .flatMap(limit -> headers.firstValue(limit + "-reset").stream())
                .map(value -> until(value, now))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private static @Nullable Duration until(String moment, Instant now) {
        try {
            return Duration.between(now, Instant.parse(moment.strip()));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Duration number(String value, long unitMillis) {
        return value.strip().matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Duration.ofMillis(Math.round(Double.parseDouble(value.strip()) * unitMillis))
                : null;
    }

    private static Duration atMostLongest(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
