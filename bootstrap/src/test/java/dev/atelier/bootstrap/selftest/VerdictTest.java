package dev.atelier.bootstrap.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.postgres.witness.Tally;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

final class VerdictTest {

    private static final Recoveries QUICK = new Recoveries(List.of(Duration.ofMillis(4_700)));

    private static Verdict verdict(long submitted, Tally tally, Recoveries recoveries) {
        return new Verdict(Options.USUAL, submitted, tally, recoveries, Duration.ofSeconds(200));
    }

    @Test
    void all_jobs_done_once_and_taken_over_in_time_pass() {
        var verdict = verdict(100, new Tally(100, 100, 0, 0), QUICK);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.lines())
                .contains("submitted       100", "lost            0", "finished twice  0")
                .contains("recovery p99    4.7 s (allowed: 10.0 s)")
                .last()
                .isEqualTo("passed");
    }

    @Test
    void an_acknowledged_job_that_is_not_there_or_not_done_is_lost() {
        assertThat(verdict(100, new Tally(99, 99, 0, 0), QUICK).lost()).isEqualTo(1);
        assertThat(verdict(100, new Tally(100, 98, 0, 2), QUICK).lost()).isEqualTo(2);
        assertThat(verdict(100, new Tally(100, 98, 0, 2), QUICK).passed()).isFalse();
    }

    @Test
    void a_second_end_or_a_second_job_for_one_submission_is_one_too_many() {
        assertThat(verdict(100, new Tally(100, 100, 3, 0), QUICK).passed()).isFalse();
        assertThat(verdict(100, new Tally(101, 101, 0, 0), QUICK).finishedTwice()).isEqualTo(1);
        assertThat(verdict(100, new Tally(101, 101, 0, 0), QUICK).passed()).isFalse();
    }

    @Test
    void one_in_a_hundred_may_stand_still_for_longer_than_is_allowed_and_no_more() {
        var all = new Tally(100, 100, 0, 0);
        var late = Duration.ofSeconds(11);
        var once = Collections.nCopies(99, Duration.ofSeconds(4));
        assertThat(verdict(100, all, new Recoveries(with(once, late))).passed()).isTrue();
        assertThat(verdict(100, all, new Recoveries(List.of(late))).passed()).isFalse();
    }

    private static List<Duration> with(List<Duration> times, Duration another) {
        return Stream.concat(times.stream(), Stream.of(another)).toList();
    }

    @Test
    void where_nothing_was_taken_over_there_is_no_time_to_tell() {
        var verdict = verdict(100, new Tally(100, 100, 0, 0), new Recoveries(List.of()));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.lines()).anyMatch(line -> line.startsWith("recovery p50    -"));
    }
}
