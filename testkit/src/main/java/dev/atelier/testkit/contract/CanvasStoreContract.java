package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasEdit;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Diagrams;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A canvas is written with the job that draws on it, in one commit or not at all.
public interface CanvasStoreContract extends JobsContract {

    CanvasId BOARD = new CanvasId("board");
    CanvasEdit MOVE = new Move(new ObjectId("start"), new Position(7, 8));

    private Transition beginning(AIJob running) {
        var begun = Canvas.begin(BOARD, running.owner(), Designs.aFlow());
        return running.complete(begun, Jobs.BY_A_MODEL, now());
    }

    private Transition adding(AIJob running, Canvas seen) {
        return running.complete(seen.add(Designs.oneBox("More")), Jobs.BY_A_MODEL, now());
    }

    @Test
    default void an_older_version_comes_back_with_what_was_pinned() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var moved = board(ALICE).edited(List.of(MOVE));
        jobs().canvases().save(moved);
        var added = moved.add(Designs.oneBox("More")).canvas();
        jobs().canvases().save(added);

        jobs().canvases().save(added.restored(moved));

        assertThat(board(ALICE).version()).isEqualTo(4);
        assertThat(board(ALICE).design()).isEqualTo(moved.design());
        assertThat(board(ALICE).pinned()).isEqualTo(moved.pinned()).isNotEmpty();
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

    @Test
    default void every_version_can_be_read_again() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var first = board(ALICE);
        saved(adding(running(ALICE, aLiveWorker()), first));

        assertThat(version(ALICE, 1)).contains(first);
        assertThat(version(ALICE, 2)).contains(board(ALICE));
        assertThat(version(ALICE, 3)).isEmpty();
        assertThat(version(BOB, 1)).isEmpty();
    }

    private Optional<Canvas> version(UserId owner, int version) {
        return jobs().canvases().find(BOARD, owner, version).map(Stored::canvas);
    }

    @Test
    default void what_it_shows_and_what_its_owner_moved_are_kept() {
        for (var diagram : Diagrams.ofEveryKind()) {
            var name = new CanvasId("board-" + diagram.kind());
            var drawn = new CanvasDesign("Shown", Designs.aFlow().objects(), diagram);
            var begun = Canvas.begin(name, ALICE, drawn);
            saved(running(ALICE, aLiveWorker()).complete(begun, Jobs.BY_A_MODEL, now()));
            var moved = begun.canvas().edited(List.of(MOVE));
            jobs().canvases().save(moved);

            assertThat(jobs().canvases().find(name, ALICE, 1).orElseThrow().canvas())
                    .isEqualTo(begun.canvas());
            assertThat(jobs().canvases().find(name, ALICE)).contains(moved);
        }
    }

    @Test
    default void of_many_changes_by_hand_at_once_one_is_stored() {
        saved(beginning(running(ALICE, aLiveWorker())));
        var moved = board(ALICE).edited(List.of(MOVE));

        var stored =
                Together.call(
                        6,
                        _ -> {
                            try {
                                jobs().canvases().save(moved);
                                return true;
                            } catch (StaleCanvas _) {
                                return false;
                            }
                        });

        assertThat(stored).containsOnlyOnce(true);
        assertThat(board(ALICE)).isEqualTo(moved);
    }

    @Test
    default void a_change_by_hand_of_what_is_not_there_stores_nothing() {
        var never = Canvas.begin(BOARD, ALICE, Designs.aFlow()).canvas();

        assertThatThrownBy(() -> jobs().canvases().save(never.edited(List.of(MOVE))))
                .isInstanceOf(StaleCanvas.class);
        assertThat(jobs().canvases().exists(BOARD, ALICE)).isFalse();
    }

    @Test
    default void a_deleted_canvas_is_gone_with_all_its_versions() {
        saved(beginning(running(ALICE, aLiveWorker())));
        saved(adding(running(ALICE, aLiveWorker()), board(ALICE)));
        saved(beginning(running(BOB, aLiveWorker())));

        assertThat(jobs().canvases().delete(BOARD, ALICE)).isTrue();

        assertThat(jobs().canvases().delete(BOARD, ALICE)).isFalse();
        assertThat(version(ALICE, 1)).isEmpty();
        assertThat(jobs().canvases().page(ALICE, null, 10)).isEmpty();
        assertThat(jobs().canvases().exists(BOARD, BOB)).isTrue();
    }

    @Test
    default void what_a_job_drew_stays_with_it_when_its_canvas_is_deleted() {
        var first = saved(beginning(running(ALICE, aLiveWorker())));
        jobs().canvases().delete(BOARD, ALICE);
        var second = saved(beginning(running(ALICE, aLiveWorker())));
        saved(adding(running(ALICE, aLiveWorker()), board(ALICE)));
        jobs().canvases().delete(BOARD, ALICE);

        for (var job : List.of(first, second)) {
            assertThat(jobs().store().design(job.id(), ALICE)).contains(Designs.aFlow());
        }
    }

    @Test
    default void a_canvas_that_is_changed_while_it_is_deleted_leaves_nothing_behind() {
        for (int round = 0; round < 10; round++) {
            saved(beginning(running(ALICE, aLiveWorker())));
            var moved = board(ALICE).edited(List.of(MOVE));

            Together.call(
                    2,
                    n -> {
                        if (n == 0) {
                            return jobs().canvases().delete(BOARD, ALICE);
                        }
                        try {
                            jobs().canvases().save(moved);
                        } catch (StaleCanvas _) {
                            return false;
                        }
                        return true;
                    });

            assertThat(jobs().canvases().exists(BOARD, ALICE)).isFalse();
        }
    }

    @Test
    default void a_page_has_the_latest_begun_first_and_goes_on_where_it_ended() {
        var begun = new ArrayList<CanvasId>();
        for (int n = 0; n < 5; n++) {
            var job = running(ALICE, aLiveWorker());
            saved(Jobs.completion(job, now().plusSeconds(n)));
            begun.addFirst(Jobs.canvasOf(job));
        }
        saved(beginning(running(BOB, aLiveWorker())));

        var first = jobs().canvases().page(ALICE, null, 2);
        var second = jobs().canvases().page(ALICE, first.getLast().place(), 2);
        var third = jobs().canvases().page(ALICE, second.getLast().place(), 2);

        assertThat(Stream.of(first, second, third).flatMap(List::stream))
                .extracting(it -> it.place().id())
                .containsExactlyElementsOf(begun);
        assertThat(third).hasSize(1);
    }

    @Test
    default void a_page_tells_of_the_latest_version_without_its_objects() {
        saved(beginning(running(ALICE, aLiveWorker())));
        saved(adding(running(ALICE, aLiveWorker()), board(ALICE)));

        var shown = jobs().canvases().page(ALICE, null, 10).getFirst();

        assertThat(shown.version()).isEqualTo(2);
        assertThat(shown.title()).isEqualTo(board(ALICE).design().title());
        assertThat(shown.objects()).isEqualTo(board(ALICE).design().objects().size());
        assertThat(shown.kind()).isNull();
        assertThat(shown.savedAt()).isAfterOrEqualTo(shown.place().begunAt());
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
