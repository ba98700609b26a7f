package dev.atelier.application.announce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

class DeliveryScheduleTest {

    private static final DeliverySchedule PLAIN =
            new DeliverySchedule(Duration.ofSeconds(5), Duration.ofHours(8), 10, 0);

    private static Optional<Instant> next(
            DeliverySchedule schedule, int tries, @Nullable Duration retryAfter) {
        return schedule.next(tries, retryAfter, Jobs.NOON, new Random(tries));
    }

    private static Duration pause(int tries, @Nullable Duration retryAfter) {
        return Duration.between(Jobs.NOON, next(PLAIN, tries, retryAfter).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT20S",
        "3, PT80S",
        "4, PT320S",
        "5, PT1280S",
        "6, PT5120S",
        "7, PT20480S",
        "8, PT8H",
        "9, PT8H"
    })
    void waits_four_times_as_long_after_each_attempt(int tries, Duration pause) {
        assertThat(pause(tries, null)).isEqualTo(pause);
    }

    @Test
    void gives_up_after_the_tenth_attempt() {
        assertThat(next(PLAIN, 10, null)).isEmpty();
        assertThat(next(PLAIN, 11, Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void all_ten_attempts_are_made_within_about_a_day() {
        var all = Duration.ZERO;
        for (int tries = 1; tries < 10; tries++) {
            all = all.plus(pause(tries, null));
        }

        assertThat(all).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }

    @Test
    void a_receivers_word_is_a_floor_of_a_day_at_most() {
        assertThat(pause(1, Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
        assertThat(pause(4, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(320));
        assertThat(pause(1, Duration.ofDays(3000))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void chance_moves_a_retry_by_a_tenth_and_never_before_the_receivers_word() {
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            var plain = DeliverySchedule.A_DAY.next(3, null, Jobs.NOON, random).orElseThrow();
            var asked =
                    DeliverySchedule.A_DAY
                            .next(1, Duration.ofMinutes(1), Jobs.NOON, random)
                            .orElseThrow();

            assertThat(plain).isBetween(Jobs.NOON.plusSeconds(72), Jobs.NOON.plusSeconds(88));
            assertThat(asked).isBetween(Jobs.NOON.plusSeconds(60), Jobs.NOON.plusSeconds(66));
        }
    }
}
