package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

/// A canvas is written with the job that draws on it, in one commit or not at all.
public interface CanvasStoreContract extends JobsContract {

    CanvasId BOARD = new CanvasId("board");

    private Transition beginning(AIJob running) {
        var begun = Canvas.begin(BOARD, running.owner(), Designs.aFlow());
        return running.complete(begun, Jobs.BY_A_MODEL, now());
    }

    private Transition adding(AIJob running, Canvas seen) {
        return running.complete(seen.add(Designs.oneBox("More")), Jobs.BY_A_MODEL, now());
    }

    private Canvas board(UserId owner) {
        return jobs().canvases().find(BOARD, owner).orElseThrow();
    }

    @Test
    default void a_canvas_begins_with_the_job_that_draws_it() {
        assertThat(jobs().canvases().find(BOARD, ALICE)).isEmpty();

        saved(beginning(running(ALICE, aLiveWorker())));

        assertThat(board(ALICE)).isEqualTo(new Canvas(BOARD, ALICE, 1, Designs.aFlow()));
    }

    @Test
    default void an_addition_is_the_next_version() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var expected = board(ALICE).add(Designs.oneBox("More"));

        var job = saved(adding(running(ALICE, aLiveWorker()), board(ALICE)));

        assertThat(board(ALICE)).isEqualTo(expected.canvas());
        assertThat(jobs().store().design(job.id(), ALICE)).contains(expected.added());
    }

    @Test
    default void the_same_name_is_another_canvas_for_another_owner() {
        saved(beginning(running(ALICE, aLiveWorker())));
        assertThat(jobs().canvases().find(BOARD, BOB)).isEmpty();

        saved(beginning(running(BOB, aLiveWorker())));
        saved(adding(running(BOB, aLiveWorker()), board(BOB)));

        assertThat(board(ALICE).version()).isEqualTo(1);
        assertThat(board(BOB).version()).isEqualTo(2);
    }

    @Test
    default void who_saw_an_older_version_stores_nothing() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var seen = board(ALICE);
        saved(adding(running(ALICE, aLiveWorker()), seen));
        var truth = board(ALICE);
        var late = running(ALICE, aLiveWorker());

        assertThatThrownBy(() -> jobs().store().save(adding(late, seen)))
                .isInstanceOf(StaleCanvas.class);

        assertThat(board(ALICE)).isEqualTo(truth);
        assertThat(found(late)).isEqualTo(late);
        assertThat(jobs().store().design(late.id(), ALICE)).isEmpty();
        saved(adding(late, truth));
    }

    @Test
    default void a_canvas_that_is_there_is_not_begun_again() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var late = running(ALICE, aLiveWorker());

        assertThatThrownBy(() -> jobs().store().save(beginning(late)))
                .isInstanceOf(StaleCanvas.class);

        assertThat(found(late)).isEqualTo(late);
    }

    @Test
    default void of_many_additions_at_once_one_is_stored_and_the_others_can_try_again() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var seen = board(ALICE);
        var worker = aLiveWorker();

        var stored = Together.call(6, _ -> isStored(adding(running(ALICE, worker), seen)));

        assertThat(stored).containsOnlyOnce(true);
        assertThat(board(ALICE).version()).isEqualTo(2);
        assertThat(jobs().catalogue().stats(ALICE).processing()).isEqualTo(5);
    }

    private boolean isStored(Transition transition) {
        try {
            jobs().store().save(transition);
            return true;
        } catch (StaleCanvas _) {
            return false;
        }
    }
}
