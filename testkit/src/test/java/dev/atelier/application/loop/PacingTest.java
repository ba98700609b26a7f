package dev.atelier.application.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class PacingTest {

    private static final Duration POLL = Duration.ofSeconds(5);

    private final Pacing pacing = new Pacing(POLL, MutableClock.atNoon());

    @Test
    void sleeps_until_the_next_job_falls_due() {
        assertThat(pacing.until(Optional.of(Jobs.NOON.plusMillis(1_234))))
                .isEqualTo(Duration.ofMillis(1_234));
    }

    @Test
    void never_sleeps_longer_than_a_poll() {
        assertThat(pacing.until(Optional.of(Jobs.NOON.plusSeconds(60)))).isEqualTo(POLL);
        assertThat(pacing.until(Optional.empty())).isEqualTo(POLL);
    }

    @Test
    void a_due_time_in_the_past_does_not_make_it_spin() {
        var moment = Duration.ofMillis(20);

        assertThat(pacing.until(Optional.of(Jobs.NOON))).isEqualTo(moment);
        assertThat(pacing.until(Optional.of(Jobs.NOON.minusSeconds(90)))).isEqualTo(moment);
    }
}
