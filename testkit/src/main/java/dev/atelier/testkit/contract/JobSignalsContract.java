package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

/// Whoever listens hears that jobs moved, once the move is stored.
public interface JobSignalsContract extends JobsContract {

    @Test
    default void a_submission_is_heard_once_it_is_stored() {
        var ear = new Ear();
        try (var _ = jobs().signals().listen(ear)) {
            ear.forgetQueued();
            var job = added(by(ALICE));

            ear.awaitQueued();

            assertThat(found(job)).isEqualTo(job);
        }
    }

    @Test
    default void a_job_that_goes_back_to_the_line_is_heard() {
        var worker = aLiveWorker();
        var released = running(ALICE, worker);
        var failed = running(ALICE, worker);
        var cancelled = saved(added(by(ALICE)).cancel(now()));
        var ear = new Ear();
        try (var _ = jobs().signals().listen(ear)) {
            ear.forgetQueued();
            saved(released.release(now()));
            ear.awaitQueued();

            ear.forgetQueued();
            saved(Jobs.requeue(failed, now().plusSeconds(60), now()));
            ear.awaitQueued();

            ear.forgetQueued();
            saved(cancelled.retry(now()));
            ear.awaitQueued();
        }
    }

    @Test
    default void every_end_is_heard_once_it_is_stored() {
        var worker = aLiveWorker();
        var completing = running(ALICE, worker);
        var failing = running(ALICE, worker);
        var cancelling = running(ALICE, worker);
        var expiring = added(by(ALICE).startingBy(now().minusSeconds(1)));
        var ear = new Ear();
        try (var _ = jobs().signals().listen(ear)) {
            requireHeard(ear, saved(Jobs.completion(completing, now())));
            requireHeard(ear, saved(Jobs.failure(failing, now())));
            requireHeard(ear, saved(cancelling.cancel(now())));
            requireHeard(ear, saved(expiring.expire(now())));
        }
    }

    private void requireHeard(Ear ear, AIJob ended) {
        ear.awaitEnd(ended.id());
        assertThat(found(ended)).isEqualTo(ended);
    }

    @Test
    default void all_listeners_hear_until_they_close() {
        var worker = aLiveWorker();
        var first = running(ALICE, worker);
        var second = running(ALICE, worker);
        var staying = new Ear();
        var leaving = new Ear();
        try (var _ = jobs().signals().listen(staying)) {
            try (var _ = jobs().signals().listen(leaving)) {
                saved(first.cancel(now()));
                staying.awaitEnd(first.id());
                leaving.awaitEnd(first.id());
            }

            saved(second.cancel(now()));

            staying.awaitEnd(second.id());
            assertThat(leaving.heardEndOf(second.id())).isFalse();
        }
    }
}
