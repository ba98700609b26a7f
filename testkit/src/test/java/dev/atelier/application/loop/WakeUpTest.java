package dev.atelier.application.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class WakeUpTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final WakeUp wakeUp = new WakeUp();

    @Test
    void a_signal_that_came_early_is_not_lost() throws Exception {
        wakeUp.signal();

        assertThat(timeOf(LONG)).isLessThan(LONG);
    }

    @Test
    void many_signals_are_one_waking() throws Exception {
        for (int n = 0; n < 1000; n++) {
            wakeUp.signal();
        }

        assertThat(timeOf(LONG)).isLessThan(LONG);
        assertThat(timeOf(SHORT)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void without_a_signal_it_lasts_as_long_as_it_was_told() throws Exception {
        assertThat(timeOf(SHORT)).isGreaterThanOrEqualTo(SHORT);
        assertThat(timeOf(Duration.ZERO)).isLessThan(LONG);
    }

    @Test
    void no_change_that_was_signalled_stays_unseen() throws Exception {
        var changes = 20_000;
        var made = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var seen = threads.submit(() -> lookUntil(changes, made));
            for (int n = 0; n < changes; n++) {
                made.incrementAndGet();
                wakeUp.signal();
            }

            assertThat(seen.get()).isLessThan(LONG);
        }
    }

    private Duration lookUntil(int changes, AtomicInteger made) throws InterruptedException {
        var longest = Duration.ZERO;
        while (made.get() < changes) {
            var waited = timeOf(LONG);
            longest = longest.compareTo(waited) < 0 ? waited : longest;
        }
        return longest;
    }

    private Duration timeOf(Duration atMost) throws InterruptedException {
        var start = System.nanoTime();
        wakeUp.await(atMost);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
