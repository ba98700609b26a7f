package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

/// Which workers live.
public interface WorkerRegistryContract extends JobsContract {

    private int liveWorkers() {
        return jobs().catalogue().pulse().workers();
    }

    @Test
    default void a_worker_lives_from_joining_to_leaving() {
        assertThat(liveWorkers()).isZero();
        var worker = aLiveWorker();
        var other = aLiveWorker();
        assertThat(liveWorkers()).isEqualTo(2);
        assertThat(jobs().workers().beat(worker)).isTrue();

        jobs().workers().leave(worker);

        assertThat(liveWorkers()).isEqualTo(1);
        assertThat(jobs().workers().beat(worker)).isFalse();
        assertThat(jobs().workers().beat(other)).isTrue();
    }

    @Test
    default void a_worker_that_never_joined_is_not_known() {
        assertThat(jobs().workers().beat(Jobs.aWorker())).isFalse();
        assertThat(liveWorkers()).isZero();
    }

    @Test
    default void a_silent_worker_lives_again_when_it_beats() {
        var worker = aLiveWorker();
        jobs().endLease(worker);
        assertThat(liveWorkers()).isZero();

        assertThat(jobs().workers().beat(worker)).isTrue();

        assertThat(liveWorkers()).isEqualTo(1);
    }

    @Test
    default void a_silent_worker_without_a_job_is_forgotten() {
        var silent = aLiveWorker();
        var live = aLiveWorker();
        jobs().endLease(silent);

        jobs().workers().forgetSilent();

        assertThat(jobs().workers().beat(silent)).isFalse();
        assertThat(jobs().workers().beat(live)).isTrue();
    }

    @Test
    default void a_silent_worker_that_holds_a_job_is_remembered_until_the_job_is_settled() {
        var silent = aLiveWorker();
        var held = running(ALICE, silent);
        jobs().endLease(silent);
        jobs().workers().forgetSilent();
        assertThat(jobs().queue().abandoned(10)).containsExactly(held);

        saved(held.release(now()));
        jobs().workers().forgetSilent();

        assertThat(jobs().workers().beat(silent)).isFalse();
    }

    @Test
    default void the_pulse_counts_every_queued_job() {
        added(3, by(ALICE));
        added(by(ALICE).notBefore(now().plusSeconds(3600)));
        running(ALICE, aLiveWorker());
        completed(ALICE);

        assertThat(jobs().catalogue().pulse().queued()).isEqualTo(4);
    }
}
