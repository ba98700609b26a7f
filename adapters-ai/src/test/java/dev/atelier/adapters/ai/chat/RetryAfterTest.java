package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    @Test
    void the_servers_own_word_goes_before_what_its_limits_suggest() {
        var headers = new HashMap<>(anthropic("0", "2026-11-23T12:00:40Z"));
        headers.put("retry-after", List.of("3"));

        assertThat(RetryAfter.read(headers(headers), NOW)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_limit_that_is_used_up_is_waited_for() {
        var headers = headers(anthropic("0", "2026-11-23T12:00:40Z"));

        assertThat(RetryAfter.read(headers, NOW)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_limit_that_is_not_used_up_is_not() {
        var headers = headers(anthropic("12", "2026-11-23T12:00:40Z"));

        assertThat(RetryAfter.read(headers, NOW)).isNull();
    }

    private static Map<String, List<String>> anthropic(String remaining, String reset) {
        return Map.of(
                "anthropic-ratelimit-tokens-remaining", List.of(remaining),
                "anthropic-ratelimit-tokens-reset", List.of(reset));
    }

    private static HttpHeaders headers(String name, String value) {
        return headers(Map.of(name, List.of(value)));
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (_, _) -> true);
    }
}
