package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.retry.RetryDecision.RetryAt;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// A worker that was thought dead comes back on another node.
final class FencingTest extends PostgresTest implements JobsContract {

    @Test
    void a_late_worker_cannot_finish_a_job_it_lost() {
        var otherNode = database().openNode();
        var frozen = aLiveWorker();
        var seen = running(ALICE, frozen);
        jobs().endLease(frozen);
        var abandoned = otherNode.queue().abandoned(1).getFirst();
        otherNode
                .store()
                .save(
                        abandoned.attemptFailed(
                                Failure.abandoned(), new RetryAt(now()), null, now()));
        var rescuer = Jobs.aWorker();
        otherNode.workers().join(rescuer, 1);
        var again = otherNode.queue().claim(rescuer, 1).getFirst();

        assertThatThrownBy(() -> saved(Jobs.completion(seen, now()))).isInstanceOf(StaleJob.class);
        otherNode.store().save(Jobs.completion(again, now()));

        assertThat(again.id()).isEqualTo(seen.id());
        assertThat(database().texts("select type from ai_job_events order by version"))
                .containsExactly("queued", "started", "requeued", "started", "completed");
        assertThat(database().number("select count(*) from canvases")).isEqualTo(1);
        assertThat(jobs().catalogue().stats(ALICE).completed()).isEqualTo(1);
    }

    @Test
    void a_late_write_leaves_those_that_travel_with_it_alone() throws Exception {
        var worker = aLiveWorker();
        var late = running(ALICE, worker);
        saved(late.cancel(now()));
        var writes = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < 30; n++) {
            var transition = Jobs.completion(n == 15 ? late : running(ALICE, worker), now());
            writes.add(() -> isStored(transition));
        }

        var stored = new ArrayList<Boolean>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var write : threads.invokeAll(writes)) {
                stored.add(write.get());
            }
        }

        assertThat(stored).containsOnlyOnce(false);
        assertThat(stored.get(15)).isFalse();
        assertThat(jobs().catalogue().stats(ALICE).completed()).isEqualTo(29);
    }

    private boolean isStored(Transition transition) {
        try {
            jobs().store().save(transition);
            return true;
        } catch (StaleJob late) {
            return false;
        }
    }

    @Test
    void a_row_the_tables_refuse_fails_alone() throws Exception {
        var good = new ArrayList<Transition>();
        for (int n = 0; n < 20; n++) {
            good.add(by(ALICE).made());
        }
        var twin = by(ALICE).made();
        jobs().store().add(twin);
        var writes = new ArrayList<Callable<Void>>();
        good.forEach(one -> writes.add(() -> added(one)));
        writes.add(10, () -> added(twin));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = threads.invokeAll(writes);
            assertThatThrownBy(ends.get(10)::get).hasMessageContaining("Failed");
            ends.remove(10);
            for (var end : ends) {
                end.get();
            }
        }

        assertThat(jobs().catalogue().stats(ALICE).queued()).isEqualTo(21);
    }

    private Void added(Transition submission) {
        jobs().store().add(submission);
        return null;
    }
}
