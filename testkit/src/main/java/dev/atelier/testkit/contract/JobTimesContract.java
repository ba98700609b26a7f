package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.JobStats.Hour;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How long jobs waited and took, and when they ended. A wait lasts from when a job is due to when
/// it starts; processing is the attempt that completed it.
public interface JobTimesContract extends JobsContract {

    Percentage HISTOGRAM = withPercentage(10);

    /// A job that was submitted at `start`, waited that long, and then took that long.
    private AIJob ran(UserId owner, Instant start, Duration wait, Duration processing) {
        var begin = start.plus(wait);
        var running = saved(added(by(owner).at(start)).start(aLiveWorker(), begin));
        return saved(Jobs.completion(running, begin.plus(processing)));
    }

    private AIJob took(UserId owner, Duration processing) {
        return ran(owner, now().minus(Duration.ofHours(2)), Duration.ZERO, processing);
    }

    @Test
    default void averages_are_exact() {
        var start = now().minus(Duration.ofHours(2));
        ran(ALICE, start, Duration.ofSeconds(2), Duration.ofSeconds(10));
        ran(ALICE, start, Duration.ofSeconds(4), Duration.ofSeconds(31));
        ran(BOB, start, Duration.ofSeconds(12), Duration.ofSeconds(100));

        var mine = jobs().catalogue().stats(ALICE);
        assertThat(mine.averageWaitSeconds()).isCloseTo(3.0, withPercentage(1));
        assertThat(mine.averageProcessingSeconds()).isCloseTo(20.5, withPercentage(1));

        var all = jobs().catalogue().statsOfAll();
        assertThat(all.averageWaitSeconds()).isCloseTo(6.0, withPercentage(1));
        assertThat(all.averageProcessingSeconds()).isCloseTo(47.0, withPercentage(1));
    }

    @Test
    default void percentiles_are_within_ten_percent_at_every_scale() {
        for (long millis : List.of(25, 480, 4_200, 31_000, 290_000, 3_000_000)) {
            var owner = new UserId("takes-" + millis);
            for (int n = 0; n < 3; n++) {
                took(owner, Duration.ofMillis(millis));
            }

            var stats = jobs().catalogue().stats(owner);

            assertThat(stats.p50ProcessingSeconds()).isCloseTo(millis / 1000.0, HISTOGRAM);
            assertThat(stats.p95ProcessingSeconds()).isCloseTo(millis / 1000.0, HISTOGRAM);
        }
    }

    @Test
    default void percentiles_tell_the_middle_from_the_slow_end() {
        for (int n = 0; n < 14; n++) {
            took(ALICE, Duration.ofSeconds(7));
        }
        for (int n = 0; n < 6; n++) {
            took(ALICE, Duration.ofSeconds(90));
        }

        assertThat(jobs().catalogue().stats(ALICE).p50ProcessingSeconds())
                .isCloseTo(7.0, HISTOGRAM);
        assertThat(jobs().catalogue().stats(ALICE).p95ProcessingSeconds())
                .isCloseTo(90.0, HISTOGRAM);
        assertThat(jobs().catalogue().statsOfAll().p95ProcessingSeconds())
                .isCloseTo(90.0, HISTOGRAM);
    }

    @Test
    default void failed_and_cancelled_attempts_are_not_processing_times() {
        saved(Jobs.failure(running(ALICE, aLiveWorker()), now().plusSeconds(50)));
        saved(running(ALICE, aLiveWorker()).cancel(now().plusSeconds(50)));

        assertThat(jobs().catalogue().stats(ALICE).averageProcessingSeconds()).isNull();
    }

    @Test
    default void a_job_for_later_waits_only_from_when_it_is_due() {
        var start = now().minus(Duration.ofHours(3));
        var due = start.plus(Duration.ofHours(1));
        var job = added(by(ALICE).at(start).notBefore(due));

        saved(job.start(aLiveWorker(), due.plusSeconds(8)));

        assertThat(jobs().catalogue().stats(ALICE).averageWaitSeconds())
                .isCloseTo(8.0, withPercentage(1));
    }

    @Test
    default void what_was_measured_outlives_the_job() {
        jobs().store().delete(took(ALICE, Duration.ofSeconds(10)));

        var stats = jobs().catalogue().stats(ALICE);

        assertThat(stats.total()).isZero();
        assertThat(stats.averageProcessingSeconds()).isCloseTo(10.0, withPercentage(1));
        assertThat(stats.byHour()).extracting(Hour::completed).contains(1L);
    }

    @Test
    default void the_last_twenty_four_hours_are_told_one_by_one() {
        var before = now().truncatedTo(ChronoUnit.HOURS);
        var hours = jobs().catalogue().stats(ALICE).byHour();
        var after = now().truncatedTo(ChronoUnit.HOURS);

        assertThat(hours).hasSize(24);
        assertThat(hours.getLast().hour()).isBetween(before, after);
        for (int n = 1; n < hours.size(); n++) {
            assertThat(hours.get(n).hour())
                    .isEqualTo(hours.get(n - 1).hour().plus(1, ChronoUnit.HOURS));
        }
        assertThat(hours).allSatisfy(hour -> assertThat(hour.completed()).isZero());
    }

    @Test
    default void a_job_is_counted_in_the_hour_in_which_it_ended() {
        var then = now().minus(Duration.ofHours(5));
        ran(ALICE, then.minusSeconds(10), Duration.ZERO, Duration.ofSeconds(10));
        ran(BOB, then.minusSeconds(10), Duration.ZERO, Duration.ofSeconds(10));
        saved(Jobs.failure(saved(added(by(ALICE).at(then)).start(aLiveWorker(), then)), then));
        saved(added(by(ALICE).at(then)).cancel(then));
        var longAgo = now().minus(Duration.ofHours(30));
        ran(ALICE, longAgo, Duration.ZERO, Duration.ofSeconds(1));

        var hour = then.truncatedTo(ChronoUnit.HOURS);
        assertThat(ended(jobs().catalogue().stats(ALICE)))
                .extracting(Hour::hour, Hour::completed, Hour::failed)
                .containsExactly(tuple(hour, 1L, 1L));
        assertThat(ended(jobs().catalogue().statsOfAll()))
                .extracting(Hour::hour, Hour::completed, Hour::failed)
                .containsExactly(tuple(hour, 2L, 1L));
    }

    @Test
    default void an_hour_tells_what_was_measured_in_it_and_who_waited_at_its_end() {
        var first = now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(5));
        var start = first.plus(Duration.ofMinutes(1));
        ran(ALICE, start, Duration.ofSeconds(30), Duration.ofSeconds(60));
        ran(ALICE, start, Duration.ofHours(1), Duration.ofSeconds(20));
        ran(BOB, start, Duration.ofHours(2), Duration.ofSeconds(1));
        saved(added(by(ALICE).at(start)).cancel(start.plus(Duration.ofHours(3))));
        added(by(ALICE).at(start.plus(Duration.ofHours(4))));

        assertThat(jobs().catalogue().stats(ALICE).byHour().subList(17, 24))
                .extracting(Hour::queued, Hour::averageWaitSeconds, Hour::averageProcessingSeconds)
                .containsExactly(
                        tuple(0L, null, null),
                        tuple(2L, 30.0, 60.0),
                        tuple(1L, 3600.0, 20.0),
                        tuple(1L, null, null),
                        tuple(0L, null, null),
                        tuple(1L, null, null),
                        tuple(1L, null, null));
        assertThat(jobs().catalogue().statsOfAll().byHour().subList(18, 21))
                .extracting(Hour::queued)
                .containsExactly(3L, 2L, 1L);
    }

    private static List<Hour> ended(JobStats stats) {
        return stats.byHour().stream()
                .filter(hour -> hour.completed() + hour.failed() > 0)
                .toList();
    }
}
