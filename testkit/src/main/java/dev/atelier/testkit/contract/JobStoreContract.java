package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

/// Saving, finding and deleting. The version is the fence.
public interface JobStoreContract extends JobsContract {

    @Test
    default void a_job_of_someone_else_is_not_found() {
        var job = added(by(ALICE));

        assertThat(jobs().store().find(job.id(), BOB)).isEmpty();
        assertThat(jobs().store().find(Jobs.aQueuedJob().id(), ALICE)).isEmpty();
    }

    @Test
    default void submissions_sent_together_are_all_stored() {
        var all = added(100, by(ALICE));

        assertThat(all).doesNotHaveDuplicates().allSatisfy(this::requireStored);
    }

    private void requireStored(AIJob job) {
        assertThat(found(job)).isEqualTo(job);
    }

    @Test
    default void a_late_transition_is_refused_and_changes_nothing() {
        var worker = aLiveWorker();
        var seen = running(ALICE, worker);
        var truth = saved(seen.cancel(now()));

        assertThatThrownBy(() -> jobs().store().save(Jobs.completion(seen, now())))
                .isInstanceOf(StaleJob.class);

        assertThat(found(seen)).isEqualTo(truth);
        assertThat(jobs().store().design(seen.id(), ALICE)).isEmpty();
        var canvas = Jobs.canvasOf(seen);
        assertThat(jobs().canvases().find(canvas, ALICE)).isEmpty();
        var attempts = jobs().catalogue().details(seen.id(), ALICE).orElseThrow().attempts();
        assertThat(attempts).singleElement().satisfies(it -> assertThat(it.by()).isNull());
    }

    @Test
    default void a_transition_of_a_job_that_is_not_there_is_refused() {
        var unknown = by(ALICE).made().job();

        assertThatThrownBy(() -> jobs().store().save(unknown.cancel(now())))
                .isInstanceOf(StaleJob.class);

        assertThat(jobs().store().find(unknown.id(), ALICE)).isEmpty();
    }

    @Test
    default void of_many_transitions_at_once_one_is_stored() {
        var job = running(ALICE, aLiveWorker());
        var at = now();

        var stored =
                Together.call(
                        8, n -> isStored(n % 2 == 0 ? job.cancel(at) : Jobs.completion(job, at)));

        assertThat(stored).containsOnlyOnce(true);
        assertThat(found(job).version()).isEqualTo(job.version() + 1);
    }

    private boolean isStored(Transition transition) {
        try {
            jobs().store().save(transition);
            return true;
        } catch (StaleJob _) {
            return false;
        }
    }

    @Test
    default void a_design_is_there_once_its_job_completed() {
        var job = running(ALICE, aLiveWorker());
        assertThat(jobs().store().design(job.id(), ALICE)).isEmpty();

        saved(Jobs.completion(job, now()));

        assertThat(jobs().store().design(job.id(), ALICE)).contains(Jobs.DRAWN);
        assertThat(jobs().store().design(job.id(), BOB)).isEmpty();
    }

    @Test
    default void a_deleted_job_is_gone_and_its_canvas_is_not() {
        var job = completed(ALICE);
        var other = completed(ALICE);

        jobs().store().delete(job);

        assertThat(jobs().store().find(job.id(), ALICE)).isEmpty();
        assertThat(jobs().store().design(job.id(), ALICE)).isEmpty();
        assertThat(jobs().catalogue().details(job.id(), ALICE)).isEmpty();
        assertThat(jobs().canvases().find(Jobs.canvasOf(job), ALICE)).isPresent();
        requireStored(other);
    }

    @Test
    default void a_job_that_has_moved_on_is_not_deleted() {
        var ended = saved(added(by(ALICE)).cancel(now()));
        var again = saved(ended.retry(now()));

        assertThatThrownBy(() -> jobs().store().delete(ended)).isInstanceOf(StaleJob.class);

        requireStored(again);
    }

    @Test
    default void a_job_is_deleted_once() {
        var job = completed(ALICE);
        jobs().store().delete(job);

        assertThatThrownBy(() -> jobs().store().delete(job)).isInstanceOf(StaleJob.class);
    }
}
