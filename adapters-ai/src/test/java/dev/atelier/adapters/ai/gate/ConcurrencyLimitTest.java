package dev.atelier.adapters.ai.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConcurrencyLimitTest {

    private final ConcurrencyLimit limit = new ConcurrencyLimit();

    @Test
    void there_is_none_until_the_provider_says_so() {
        grow(1000);

        assertThat(limit.calls()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void falls_to_half_of_what_was_too_much() {
        limit.fall(10);
        assertThat(limit.calls()).isEqualTo(5);

        limit.fall(5);
        assertThat(limit.calls()).isEqualTo(2);
    }

    @Test
    void falls_from_the_limit_if_more_are_under_way_than_it_allows() {
        limit.fall(10);
        limit.fall(10);

        assertThat(limit.calls()).isEqualTo(2);
    }

    @Test
    void never_falls_below_one() {
        limit.fall(1);
        limit.fall(1);

        assertThat(limit.calls()).isEqualTo(1);
    }

    @Test
    void grows_by_one_for_each_full_round_of_answers() {
        limit.fall(4);

        grow(1);
        assertThat(limit.calls()).isEqualTo(2);
        grow(1);
        assertThat(limit.calls()).isEqualTo(3);
        grow(2);
        assertThat(limit.calls()).isEqualTo(3);
        grow(1);
        assertThat(limit.calls()).isEqualTo(4);
    }

    @Test
    void a_fall_begins_the_round_anew() {
        limit.fall(6);
        grow(2);
        limit.fall(6);

        assertThat(limit.calls()).isEqualTo(1);
        grow(1);
        assertThat(limit.calls()).isEqualTo(2);
    }

    private void grow(int answers) {
        for (int n = 0; n < answers; n++) {
            limit.grow();
        }
    }
}
