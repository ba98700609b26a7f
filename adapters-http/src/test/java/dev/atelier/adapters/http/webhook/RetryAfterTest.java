package dev.atelier.adapters.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void is_seconds_or_a_date() {
        assertThat(RetryAfter.parse(" 120 ", NOON)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 12:00:30 GMT", NOON))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-5",
                "0",
                "1.5",
                "9999999999999",
                "Mon, 23 Nov 2026 11:59:00 GMT"
            })
    void is_nothing_where_it_is_none_or_has_passed(String value) {
        assertThat(RetryAfter.parse(value, NOON)).isNull();
        assertThat(RetryAfter.parse(null, NOON)).isNull();
    }
}
