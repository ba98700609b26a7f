package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;

final class HistogramTest {

    private static double seconds(Histogram histogram, double share) {
        return Objects.requireNonNull(histogram.quantileSeconds(share));
    }

    @Property
    void a_time_between_a_millisecond_and_hours_is_told_within_ten_percent(
            @ForAll @LongRange(min = 1_000, max = 20_000_000_000L) long micros) {
        var histogram = new Histogram();
        histogram.add(Histogram.bucket(Duration.ofNanos(micros * 1_000)), 1);

        var truth = (double) micros / 1e6;
        assertThat(seconds(histogram, 0.5)).isCloseTo(truth, within(truth * 0.1));
    }

    @Property
    void a_longer_time_is_never_in_a_lower_bucket(
            @ForAll @LongRange(min = 0, max = 1L << 45) long one,
            @ForAll @LongRange(min = 0, max = 1L << 45) long more) {
        assertThat(Histogram.bucket(Duration.ofNanos(one * 1_000 + more * 1_000)))
                .isGreaterThanOrEqualTo(Histogram.bucket(Duration.ofNanos(one * 1_000)));
    }

    @Test
    void quantiles_divide_the_times() {
        var histogram = new Histogram();
        histogram.add(Histogram.bucket(Duration.ofSeconds(1)), 90);
        histogram.add(Histogram.bucket(Duration.ofSeconds(60)), 10);

        assertThat(histogram.total()).isEqualTo(100);
        assertThat(seconds(histogram, 0.5)).isCloseTo(1, within(0.1));
        assertThat(seconds(histogram, 0.9)).isCloseTo(1, within(0.1));
        assertThat(seconds(histogram, 0.95)).isCloseTo(60, within(6.0));
    }

    @Test
    void nothing_has_no_quantile() {
        assertThat(new Histogram().quantileSeconds(0.5)).isNull();
    }

    @Test
    void a_clock_that_runs_backwards_counts_as_no_time() {
        assertThat(Histogram.bucket(Duration.ofSeconds(-1))).isZero();
        assertThat(Histogram.micros(Duration.ofSeconds(-1))).isZero();
    }
}
