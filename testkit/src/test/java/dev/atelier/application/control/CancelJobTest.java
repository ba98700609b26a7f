package dev.atelier.application.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.in.CancelJob;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class CancelJobTest {

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final CancelJob cancelJob = new CancelJobService(store, clock);
    private AIJob job = Jobs.aQueuedJob();

    @BeforeEach
    void submit() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        job = submission.job();
    }

    @Test
    void calls_off_a_queued_job() {
        var cancelled = cancelJob.cancel(job.id(), job.owner());

        assertThat(cancelled.state()).isEqualTo(new Cancelled(null, Jobs.NOON));
        assertThat(stored()).isEqualTo(cancelled);
    }

    @Test
    void calls_off_a_running_job() {
        claim();

        var cancelled = cancelJob.cancel(job.id(), job.owner());

        assertThat(cancelled.state()).isEqualTo(new Cancelled(Jobs.NOON, Jobs.NOON));
        assertThat(stored()).isEqualTo(cancelled);
    }

    @Test
    void calling_it_off_again_changes_nothing() {
        var first = cancelJob.cancel(job.id(), job.owner());
        clock.pushForward(Duration.ofMinutes(1));

        assertThat(cancelJob.cancel(job.id(), job.owner())).isEqualTo(first);
        assertThat(stored()).isEqualTo(first);
    }

    @Test
    void is_refused_once_the_job_has_completed() {
        jobs.store().save(Jobs.completion(claim(), Jobs.NOON));

        assertThatThrownBy(() -> cancelJob.cancel(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
        assertThat(stored().state().word()).isEqualTo("completed");
    }

    @Test
    void is_refused_once_the_job_has_failed() {
        jobs.store().save(Jobs.failure(claim(), Jobs.NOON));

        assertThatThrownBy(() -> cancelJob.cancel(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void overtaken_by_a_worker_that_starts_the_job_it_is_decided_anew() {
        store.before(Call.SAVE, this::claim);

        var cancelled = cancelJob.cancel(job.id(), job.owner());

        assertThat(cancelled.state()).isEqualTo(new Cancelled(Jobs.NOON, Jobs.NOON));
        assertThat(stored()).isEqualTo(cancelled);
    }

    @Test
    void overtaken_by_the_completion_it_is_refused() {
        var running = claim();
        store.before(Call.SAVE, () -> jobs.store().save(Jobs.completion(running, Jobs.NOON)));

        assertThatThrownBy(() -> cancelJob.cancel(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
        assertThat(jobs.store().design(job.id(), job.owner())).isPresent();
    }

    @Test
    void overtaken_by_the_same_wish_it_is_content() {
        store.before(Call.SAVE, () -> jobs.store().save(job.cancel(Jobs.NOON)));

        assertThat(cancelJob.cancel(job.id(), job.owner())).isEqualTo(stored());
    }

    @Test
    void a_job_of_someone_else_is_not_found() {
        assertThatThrownBy(() -> cancelJob.cancel(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
        assertThat(stored()).isEqualTo(job);
    }

    private AIJob claim() {
        return jobs.queue().claim(Jobs.aWorker(), 1).getFirst();
    }

    private AIJob stored() {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
