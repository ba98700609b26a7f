package dev.atelier.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

final class EnvironmentTest {

    @ParameterizedTest
    @CsvSource({"30, PT30S", "30s, PT30S", "500ms, PT0.5S", "5m, PT5M", "2H, PT2H", "7d, P7D"})
    void a_time_is_seconds_unless_it_says_otherwise(String value, Duration meant) {
        assertThat(with("T", value).duration("T", Duration.ofHours(1))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "5 weeks", "1.5", "99999999999"})
    void a_time_that_makes_no_sense_is_named_with_what_it_takes(String value) {
        assertThatThrownBy(
                        () ->
                                with("JOB_TIMEOUT", value)
                                        .duration("JOB_TIMEOUT", Duration.ofHours(1)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("JOB_TIMEOUT=" + value)
                .hasMessageContaining("must be a time above zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "ten", "1e3", "9999999999"})
    void a_number_out_of_bounds_is_named_with_its_bounds(String value) {
        assertThatThrownBy(() -> with("N", value).number("N", 3, 1, 10))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("N=" + value + ": must be a whole number from 1 to 10");
    }

    @Test
    void a_blank_variable_counts_as_absent() {
        assertThat(with("N", "  ").number("N", 3, 1, 10)).isEqualTo(3);
        assertThat(with("L", " ").list("L")).isEmpty();
    }

    @Test
    void a_list_is_separated_by_commas_and_forgives_spaces() {
        assertThat(with("L", "a, b ,,c").list("L")).containsExactly("a", "b", "c");
    }

    private static Environment with(String name, String value) {
        return new Environment(Map.of(name, value));
    }
}
