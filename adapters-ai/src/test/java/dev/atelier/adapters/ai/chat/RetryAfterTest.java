package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "retry-after, 17, PT17S",
        "retry-after, 1.5, PT1.5S",
        "retry-after, 'Mon, 23 Nov 2026 12:01:00 GMT', PT1M",
        "retry-after, 999999999, PT24H",
        "retry-after-ms, 250, PT0.25S",
    })
    void is_read_in_every_form(String name, String value, Duration wait) {
        assertThat(RetryAfter.read(headers(name, value), NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, soon",
        "retry-after, -5",
        "retry-after, ''",
        "retry-after, 'Mon, 23 Nov 2026 11:00:00 GMT'",
        "x-other, 5",
    })
    void is_nothing_where_it_makes_no_sense(String name, String value) {
        assertThat(RetryAfter.read(headers(name, value), NOW)).isNull();
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true);
    }
}
