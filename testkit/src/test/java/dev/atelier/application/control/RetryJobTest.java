package dev.atelier.application.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.RetryJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RetryJobTest {

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final RetryJob retryJob = new RetryJobService(store, clock);

    @Test
    void queues_a_failed_job_again_at_once() {
        var failed = aFailedJob();
        clock.pushForward(Duration.ofMinutes(5));

        var retried = retryJob.retry(failed.id(), failed.owner());

        assertThat(retried.state()).isEqualTo(new Queued(clock.instant()));
        assertThat(stored(failed)).isEqualTo(retried);
        assertThat(jobs.queue().claim(Jobs.aWorker(), 1)).hasSize(1);
    }

    @Test
    void queues_a_cancelled_job_again() {
        var job = submitted();
        jobs.store().save(job.cancel(Jobs.NOON));

        assertThat(retryJob.retry(job.id(), job.owner()).state().word()).isEqualTo("queued");
    }

    @Test
    void counts_afresh_after_automatic_retries_are_used_up() {
        var submission = Submission.by(Jobs.ALICE).retrying(1).made();
        jobs.store().add(submission);
        jobs.store().save(Jobs.requeue(claim(), Jobs.NOON, Jobs.NOON));
        var last = claim();
        assertThat(last.retries().exhausted()).isTrue();
        jobs.store().save(Jobs.failure(last, Jobs.NOON));

        var retried = retryJob.retry(last.id(), last.owner());

        assertThat(retried.retries()).isEqualTo(new Retries(0, 1));
    }

    @Test
    void forgets_the_times_that_were_meant_for_the_first_submission() {
        var submission = Submission.by(Jobs.ALICE).startingBy(Jobs.NOON.plusSeconds(10)).made();
        jobs.store().add(submission);
        clock.pushForward(Duration.ofSeconds(10));
        jobs.store().save(submission.job().expire(clock.instant()));

        retryJob.retry(submission.job().id(), Jobs.ALICE);

        assertThat(jobs.queue().expired(10)).isEmpty();
        assertThat(jobs.queue().claim(Jobs.aWorker(), 1)).hasSize(1);
    }

    @Test
    void keeps_the_attempts_of_before() {
        var failed = aFailedJob();

        retryJob.retry(failed.id(), failed.owner());

        var details = jobs.catalogue().details(failed.id(), failed.owner()).orElseThrow();
        assertThat(details.attempts()).hasSize(1);
    }

    @Test
    void is_refused_while_the_job_waits_runs_or_has_completed() {
        var job = submitted();
        assertThatThrownBy(() -> retryJob.retry(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
        var running = claim();
        assertThatThrownBy(() -> retryJob.retry(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
        jobs.store().save(Jobs.completion(running, Jobs.NOON));
        assertThatThrownBy(() -> retryJob.retry(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void two_at_once_queue_the_job_once() {
        var failed = aFailedJob();
        store.before(Call.SAVE, () -> jobs.store().save(failed.retry(Jobs.NOON)));

        assertThatThrownBy(() -> retryJob.retry(failed.id(), failed.owner()))
                .isInstanceOf(IllegalTransition.class);
        assertThat(stored(failed).version()).isEqualTo(failed.version() + 1);
    }

    @Test
    void a_job_of_someone_else_is_not_found() {
        var failed = aFailedJob();

        assertThatThrownBy(() -> retryJob.retry(failed.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
    }

    private AIJob submitted() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob aFailedJob() {
        submitted();
        var failure = Jobs.failure(claim(), Jobs.NOON);
        jobs.store().save(failure);
        return failure.job();
    }

    private AIJob claim() {
        return jobs.queue().claim(Jobs.aWorker(), 1).getFirst();
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
