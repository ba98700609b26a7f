package dev.atelier.application.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.Retries;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class FailExpiredJobsTest {

    private static final Instant START_BY = Jobs.NOON.plusSeconds(10);

    private final MutableClock storeClock = MutableClock.atNoon();
    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(storeClock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final FailExpiredJobs expire =
            new FailExpiredJobs(jobs.queue(), new Sweep(store), clock);

    @Test
    void a_job_that_did_not_start_in_time_fails_and_has_spent_nothing() {
        var job = submitted();
        pass(Duration.ofSeconds(12));

        expire.round();

        assertThat(stored(job).state())
                .isEqualTo(new Failed(Failure.expired(), null, clock.instant()));
        assertThat(stored(job).retries()).isEqualTo(new Retries(0, 3));
    }

    @Test
    void a_job_that_still_has_time_waits_on() {
        var job = submitted();
        pass(Duration.ofSeconds(9));

        expire.round();

        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    void the_clock_of_the_store_decides_though_ours_is_behind() {
        var job = submitted();
        storeClock.pushForward(Duration.ofSeconds(10));

        expire.round();

        assertThat(stored(job).state()).isEqualTo(new Failed(Failure.expired(), null, START_BY));
    }

    @Test
    void a_job_that_was_cancelled_in_the_last_moment_stays_cancelled() {
        var job = submitted();
        pass(Duration.ofSeconds(12));
        store.before(Call.SAVE, () -> jobs.store().save(job.cancel(clock.instant())));

        expire.round();

        assertThat(stored(job).state().word()).isEqualTo("cancelled");
    }

    @Test
    void a_full_batch_is_followed_by_the_next_at_once() {
        for (int n = 0; n < 501; n++) {
            submitted();
        }
        pass(Duration.ofSeconds(12));

        assertThat(expire.round()).isTrue();
        assertThat(expire.round()).isFalse();
        assertThat(jobs.queue().expired(10)).isEmpty();
    }

    private void pass(Duration time) {
        clock.pushForward(time);
        storeClock.pushForward(time);
    }

    private AIJob submitted() {
        var submission = Submission.by(Jobs.ALICE).startingBy(START_BY).made();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
