package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what another process will do: there is no clock to push there.
final class Eventually {

    /// For what is far from over: to wait long costs only a test that fails.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Eventually() {}

    static <T> void equal(T expected, Callable<T> actual) {
        equal(expected, PATIENCE, actual);
    }

    static <T> void equal(T expected, Duration patience, Callable<T> actual) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(actual.call()).isEqualTo(expected));
    }
}
