package dev.atelier.bootstrap.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.postgres.witness.Takeover;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

final class RecoveriesTest {

    private static final WorkerId WORKER = new WorkerId(new UUID(1, 1));
    private static final WorkerId OTHER = new WorkerId(new UUID(2, 2));

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static Takeover taken(int started, int taken, @Nullable Integer again) {
        return new Takeover(WORKER, at(started), at(taken), again == null ? null : at(again));
    }

    private static List<Duration> times(List<Harm> harms, Takeover... takeovers) {
        return Recoveries.of(harms, List.of(takeovers)).times();
    }

    @Test
    void a_job_stands_still_from_the_fault_to_its_next_start() {
        assertThat(times(List.of(new Harm(WORKER, at(10))), taken(5, 16, 17)))
                .containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_job_that_was_started_after_the_fault_stands_still_from_then_on() {
        assertThat(times(List.of(new Harm(WORKER, at(10))), taken(12, 16, 17)))
                .containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void the_last_fault_before_the_takeover_counts() {
        var harms = List.of(new Harm(WORKER, at(1)), new Harm(WORKER, at(10)));
        assertThat(times(harms, taken(0, 16, 17))).containsExactly(Duration.ofSeconds(7));
        assertThat(times(harms, taken(0, 8, 9))).containsExactly(Duration.ofSeconds(8));
    }

    @Test
    void faults_of_others_and_jobs_that_never_ran_again_count_for_nothing() {
        assertThat(times(List.of(new Harm(OTHER, at(10))), taken(5, 16, 17))).isEmpty();
        assertThat(times(List.of(new Harm(WORKER, at(10))), taken(5, 16, null))).isEmpty();
    }

    @Test
    void percentiles_are_times_that_occurred() {
        var hundred =
                new Recoveries(
                        IntStream.rangeClosed(1, 100)
                                .mapToObj(n -> Duration.ofSeconds(101 - n))
                                .toList());
        assertThat(hundred.percentile(50)).contains(Duration.ofSeconds(50));
        assertThat(hundred.percentile(99)).contains(Duration.ofSeconds(99));
        var one = new Recoveries(List.of(Duration.ofSeconds(3)));
        assertThat(one.percentile(50)).contains(Duration.ofSeconds(3));
        assertThat(new Recoveries(List.of()).percentile(99)).isEmpty();
    }
}
