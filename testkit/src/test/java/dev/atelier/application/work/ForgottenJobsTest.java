package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.loop.Pacing;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

class ForgottenJobsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final WorkSettings SETTINGS = new WorkSettings(3, LONG, LONG, LONG);

    private final ManualNanos nanos = new ManualNanos();
    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LONG);
    private final InterceptedQueue queue = new InterceptedQueue(jobs.queue());
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final RunningJobs running = new RunningJobs(3);
    private final LeaseKeeper lease =
            new LeaseKeeper(jobs.workers(), running, SETTINGS, Jobs::aWorker, nanos);
    private final RetryPolicy policy = new RetryPolicy(LONG, LONG, 0);
    private final ForgottenJobs forgottenJobs =
            new ForgottenJobs(
                    queue, running, lease, store, new FailedAttempts(policy, clock, new Random(1)));

    @BeforeEach
    void join() {
        lease.beat();
    }

    @Test
    void a_job_whose_claim_was_never_answered_is_due_again_and_not_stuck_for_ever() {
        var job = submit();
        queue.afterClaim(OUTAGE);
        assertThatThrownBy(() -> dispatcher().round(_ -> {})).isInstanceOf(StoreUnavailable.class);
        assertThat(stored(job).state().word()).isEqualTo("processing");

        forgottenJobs.round();
        forgottenJobs.round();

        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
        assertThat(stored(job).retries()).isEqualTo(new Retries(1, 3));
    }

    @Test
    void a_job_that_is_only_just_being_claimed_is_left_alone() {
        submit();
        var claimed = claim();

        forgottenJobs.round();
        begin(claimed);
        forgottenJobs.round();

        assertThat(stored(claimed)).isEqualTo(claimed);
    }

    @Test
    void a_job_that_runs_here_is_left_alone() {
        submit();
        var claimed = claim();
        begin(claimed);

        forgottenJobs.round();
        forgottenJobs.round();

        assertThat(stored(claimed)).isEqualTo(claimed);
    }

    @Test
    void a_job_of_another_worker_is_left_alone() {
        submit();
        var elsewhere = jobs.queue().claim(Jobs.aWorker(), 1).getFirst();

        forgottenJobs.round();
        forgottenJobs.round();

        assertThat(stored(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void a_job_that_ends_in_the_last_moment_keeps_its_end() {
        submit();
        var claimed = claim();
        var done = Jobs.completion(claimed, Jobs.NOON);
        store.before(Call.SAVE, () -> jobs.store().save(done));

        forgottenJobs.round();
        forgottenJobs.round();

        assertThat(stored(claimed)).isEqualTo(done.job());
    }

    @Test
    void one_that_cannot_be_moved_does_not_stop_the_rest_and_is_tried_again() {
        submit();
        submit();
        var first = claim();
        var second = claim();
        store.before(
                Call.SAVE,
                () -> {
                    throw new IllegalStateException("this row is broken");
                });

        forgottenJobs.round();
        forgottenJobs.round();
        assertThat(jobs.catalogue().pulse().queued()).isEqualTo(1);

        forgottenJobs.round();
        assertThat(stored(first).state().word()).isEqualTo("queued");
        assertThat(stored(second).state().word()).isEqualTo("queued");
    }

    @Test
    void without_a_lease_others_will_find_them() {
        submit();
        var claimed = claim();
        nanos.pass(LONG);

        forgottenJobs.round();
        forgottenJobs.round();

        assertThat(stored(claimed)).isEqualTo(claimed);
    }

    private Dispatcher dispatcher() {
        var lostJobs = new LostJobs(queue, running, lease, new WakeUp());
        return new Dispatcher(
                queue, new Room(running, Given::aModel), lease, lostJobs, new Pacing(LONG, clock));
    }

    private AIJob submit() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob claim() {
        return jobs.queue().claim(lease.held().orElseThrow(), 1).getFirst();
    }

    private void begin(AIJob claimed) {
        running.add(
                new Attempt(claimed, Given.assignments(), new ScriptedGenerator(), _ -> {}, LONG));
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
