package dev.atelier.bootstrap.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

final class OptionsTest {

    @Test
    void without_a_word_they_are_the_usual_ones() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(10_000, 20, 10, 10, Duration.ofSeconds(5), 1));
    }

    @Test
    void each_may_be_given_in_either_form() {
        var words =
                List.of("--jobs", "300", "--kills=2", "--freezes", "0", "--cuts=1", "--lease=3s");
        assertThat(Options.parse(words))
                .isEqualTo(new Options(300, 2, 0, 1, Duration.ofSeconds(3), 1));
        assertThat(Options.parse(List.of("--seed", "7", "--lease", "3")).seed()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "--jobs=0, --jobs 0: must be a whole number from 1",
        "--jobs=many, --jobs many",
        "--kills=-1, --kills -1",
        "--lease=0, --lease 0",
        "--jobs, --jobs needs a value",
        "--fast=1, does not take --fast",
    })
    void what_cannot_be_understood_is_named(String word, String named) {
        assertThatThrownBy(() -> Options.parse(List.of(word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
