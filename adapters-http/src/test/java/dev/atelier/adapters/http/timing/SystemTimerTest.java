package dev.atelier.adapters.http.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class SystemTimerTest {

    @Test
    void rings_not_before_its_time() throws InterruptedException {
        try (var timer = new SystemTimer()) {
            var rang = new CountDownLatch(1);
            var start = timer.nanoTime();

            timer.in(Duration.ofMillis(20), rang::countDown);

            assertThat(rang.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(timer.nanoTime() - start)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void goes_on_after_an_alarm_that_failed_and_leaves_out_cancelled_ones()
            throws InterruptedException {
        try (var timer = new SystemTimer()) {
            var rang = new CountDownLatch(1);
            var cancelled = new AtomicBoolean();

            timer.in(
                    Duration.ZERO,
                    () -> {
                        throw new IllegalStateException("a bug");
                    });
            timer.in(Duration.ofMillis(10), () -> cancelled.set(true)).cancel();
            timer.in(Duration.ofMillis(20), rang::countDown);

            assertThat(rang.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(cancelled).isFalse();
        }
    }

    @Test
    void takes_alarms_after_its_end_and_never_rings_them() {
        var timer = new SystemTimer();
        timer.close();

        timer.in(Duration.ZERO, () -> {}).cancel();

        assertThat(timer.nanoTime()).isNotZero();
    }
}
