package dev.atelier.adapters.ai.gate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

final class PausesTest {

    private final Pauses pauses = new Pauses(() -> 0L);

    @Test
    void last_longer_each_time_the_provider_does_not_say_how_long() {
        var seconds = new ArrayList<Long>();
        for (int n = 0; n < 8; n++) {
            seconds.add(pauses.next(null).toSeconds());
        }

        assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
    }

    @Test
    void start_small_again_once_the_provider_has_answered() {
        pauses.next(null);
        pauses.next(null);
        pauses.over();

        assertThat(pauses.next(null)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void what_the_provider_says_counts() {
        pauses.next(null);

        assertThat(pauses.next(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauses.next(Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void no_word_of_a_broken_server_counts_for_more_than_a_day() {
        assertThat(pauses.next(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Duration.ofDays(1));
    }

    @Property
    void chance_adds_a_tenth_at_most_and_takes_nothing_away(
            @ForAll @LongRange(max = 86_400_000) long told, @ForAll long seed) {
        var plain = Duration.ofMillis(told);

        var pause = new Pauses(new Random(seed)).next(plain);

        assertThat(pause).isBetween(plain, plain.plus(plain.dividedBy(10)));
        assertThat(pause.minus(plain)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
}
