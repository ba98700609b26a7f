package dev.atelier.application.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.work.FailedAttempts;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.Random;

class RecoverAbandonedJobsTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LEASE);
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final RetryPolicy policy =
            new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0);
    private final RecoverAbandonedJobs recover =
            new RecoverAbandonedJobs(
                    jobs.queue(),
                    new Sweep(store),
                    new FailedAttempts(policy, clock, new Random(1)));
    private final WorkerId worker = Jobs.aWorker();

    @Test
    void a_job_of_a_silent_worker_is_due_again_at_once_and_has_spent_a_retry() {
        var job = abandoned(Submission.by(Jobs.ALICE));

        recover.round();

        assertThat(stored(job).state()).isEqualTo(new Queued(clock.instant()));
        assertThat(stored(job).retries()).isEqualTo(new Retries(1, 3));
        assertThat(jobs.queue().claim(Jobs.aWorker(), 1)).hasSize(1);
    }

    @Test
    void a_job_that_has_used_up_its_retries_fails() {
        var job = abandoned(Submission.by(Jobs.ALICE).retrying(0));

        recover.round();

        assertThat(stored(job).state())
                .isEqualTo(new Failed(Failure.abandoned(), Jobs.NOON, clock.instant()));
    }

    @Test
    void a_job_of_a_live_worker_is_left_alone() {
        var job = abandoned(Submission.by(Jobs.ALICE));
        jobs.workers().beat(worker);

        recover.round();

        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    void a_job_that_ended_in_the_last_moment_keeps_its_end() {
        var job = abandoned(Submission.by(Jobs.ALICE));
        var done = Jobs.completion(job, clock.instant());
        store.before(Call.SAVE, () -> jobs.store().save(done));

        recover.round();

        assertThat(stored(job)).isEqualTo(done.job());
    }

    @Test
    void a_job_that_cannot_be_moved_does_not_stop_the_rest() {
        abandoned(Submission.by(Jobs.ALICE));
        abandoned(Submission.by(Jobs.BOB));
        abandoned(Submission.by(Jobs.BOB));
        store.before(Call.SAVE, RecoverAbandonedJobsTest::bug);

        recover.round();

        assertThat(jobs.queue().abandoned(10)).hasSize(1);
        recover.round();
        assertThat(jobs.queue().abandoned(10)).isEmpty();
    }

    @Test
    void an_outage_in_the_middle_is_made_good_by_the_next_round() {
        abandoned(Submission.by(Jobs.ALICE));
        abandoned(Submission.by(Jobs.ALICE));
        store.before(Call.SAVE, InterceptedStore.OUTAGE);

        recover.round();
        recover.round();

        assertThat(jobs.queue().abandoned(10)).isEmpty();
    }

    @Test
    void a_full_batch_is_followed_by_the_next_at_once() {
        abandoned(600);

        assertThat(recover.round()).isTrue();
        assertThat(recover.round()).isFalse();
        assertThat(jobs.queue().abandoned(10)).isEmpty();
    }

    @Test
    void a_batch_of_which_nothing_could_be_moved_is_not_repeated_without_pause() {
        abandoned(500);
        store.before(
                Call.SAVE,
                Collections.<Runnable>nCopies(500, RecoverAbandonedJobsTest::bug)
                        .toArray(Runnable[]::new));

        assertThat(recover.round()).isFalse();
    }

    private static void bug() {
        throw new IllegalStateException("this row is broken");
    }

    private AIJob abandoned(Submission submission) {
        jobs.store().add(submission.made());
        return abandonAll(1);
    }

    private void abandoned(int count) {
        for (int n = 0; n < count; n++) {
            jobs.store().add(Jobs.submission());
        }
        abandonAll(count);
    }

    private AIJob abandonAll(int count) {
        jobs.workers().join(worker, count);
        var claimed = jobs.queue().claim(worker, count);
        jobs.endLease(worker);
        return claimed.getLast();
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
