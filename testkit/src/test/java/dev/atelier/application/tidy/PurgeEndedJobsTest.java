package dev.atelier.application.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.Retention;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PurgeEndedJobsTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final PurgeEndedJobs purge = new PurgeEndedJobs(jobs.retention(), Retention.of(WEEK));

    @Test
    void forgets_what_ended_long_ago_and_keeps_the_rest() {
        var old = ended();
        var waiting = Submission.by(Jobs.ALICE).made();
        jobs.store().add(waiting);
        clock.pushForward(WEEK.plusSeconds(1));
        var young = ended();

        assertThat(purge.round()).isFalse();

        assertThat(jobs.store().find(old.id(), Jobs.ALICE)).isEmpty();
        assertThat(jobs.store().find(young.id(), Jobs.ALICE)).isPresent();
        assertThat(jobs.store().find(waiting.job().id(), Jobs.ALICE)).isPresent();
    }

    @Test
    void a_full_batch_is_followed_by_the_next_at_once() {
        for (int n = 0; n < 501; n++) {
            ended();
        }
        clock.pushForward(WEEK.plusSeconds(1));

        assertThat(purge.round()).isTrue();
        assertThat(purge.round()).isFalse();
        assertThat(jobs.catalogue().statsOfAll().total()).isZero();
    }

    @Test
    void a_full_batch_of_keys_is_followed_by_the_next_at_once_too() {
        for (int n = 0; n < 501; n++) {
            jobs.store().addOnce(new IdempotencyKey("key-" + n), Jobs.submission());
        }
        clock.pushForward(Duration.ofHours(25));

        assertThat(purge.round()).isTrue();
        assertThat(purge.round()).isFalse();
        assertThat(jobs.retention().purgeKeys(10)).isZero();
    }

    private AIJob ended() {
        var submission = Submission.by(Jobs.ALICE).at(clock.instant()).made();
        jobs.store().add(submission);
        var cancelled = submission.job().cancel(clock.instant());
        jobs.store().save(cancelled);
        return cancelled.job();
    }
}
