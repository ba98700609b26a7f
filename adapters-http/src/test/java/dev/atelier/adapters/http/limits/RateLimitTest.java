package dev.atelier.adapters.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class RateLimitTest {

    private static final String SIMPLE = "{\"instructions\":\"x\"}";

    @ParameterizedTest
    @CsvSource({"10/minute, 10, PT1M", "600/hour, 600, PT1H", "1/second, 1, PT1S", "5/day, 5, P1D"})
    void reads_a_number_and_a_unit(String text, long requests, Duration period) {
        assertThat(RateLimit.parse(text)).isEqualTo(new RateLimit(requests, period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0/minute", "-1/minute", "ten/minute", "10/fortnight", "10/"})
    void says_how_a_rate_is_written(String text) {
        assertThatThrownBy(() -> RateLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10/minute");
    }

    @Test
    void each_user_has_requests_of_their_own_and_gets_them_back() {
        try (var server =
                TestServer.start(TestSettings.creatingAtMost(RateLimit.parse("2/minute")))) {
            var alice = server.tokenOf("alice");
            var bob = server.tokenOf("bob");

            var first = server.post("/create-canvas", alice, SIMPLE);
            server.post("/create-canvas", alice, SIMPLE);
            var third = server.post("/create-canvas", alice, SIMPLE);

            assertThat(first.header("ratelimit-policy")).isEqualTo("\"create\";q=2;w=60");
            assertThat(first.header("ratelimit")).isEqualTo("\"create\";r=1;t=30");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.header("retry-after")).isEqualTo("30");
            assertThat(third.header("ratelimit")).isEqualTo("\"create\";r=0;t=30");
            assertThat(server.post("/create-canvas", bob, SIMPLE).status()).isEqualTo(202);
            assertThat(server.get("/jobs", alice).status()).isEqualTo(200);

            server.clock.pushForward(Duration.ofSeconds(30));
            assertThat(server.post("/create-canvas", alice, SIMPLE).status()).isEqualTo(202);
        }
    }
}
