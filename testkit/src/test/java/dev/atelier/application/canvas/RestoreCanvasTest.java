package dev.atelier.application.canvas;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.application.port.in.CanvasChanged;
import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.RestoreCanvas;
import dev.atelier.application.port.in.RestoreCanvas.Command;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasEdit.Remove;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class RestoreCanvasTest {

    private static final CanvasId BOARD = new CanvasId("board");

    private final InMemoryJobs jobs =
            new InMemoryJobs(MutableClock.atNoon(), Duration.ofSeconds(30));
    private final CanvasStore store = jobs.canvases();
    private final RestoreCanvas restoreCanvas = new RestoreCanvasService(store);

    @BeforeEach
    void draw_and_remove_a_box() {
        var submitted = Jobs.submission();
        jobs.store().add(submitted);
        var running = submitted.job().start(Jobs.aWorker(), Jobs.NOON);
        jobs.store().save(running);
        var begun = Canvas.begin(BOARD, ALICE, Designs.aFlow());
        jobs.store().save(running.job().complete(begun, Jobs.BY_A_MODEL, Jobs.NOON));
        store.save(board().edited(List.of(new Remove(new ObjectId("check")))));
    }

    private Canvas board() {
        return store.find(BOARD, ALICE).orElseThrow();
    }

    private Canvas restore(UserId owner, int version, int older) {
        return restoreCanvas.restore(new Command(BOARD, owner, version, older));
    }

    @Test
    void shows_again_what_the_older_version_did() {
        var restored = restore(ALICE, 2, 1);

        assertThat(restored).isEqualTo(new Canvas(BOARD, ALICE, 3, Designs.aFlow()));
        assertThat(board()).isEqualTo(restored);
    }

    @Test
    void can_itself_be_undone() {
        var without = board();
        restore(ALICE, 2, 1);

        assertThat(restore(ALICE, 3, 2).design()).isEqualTo(without.design());
    }

    @Test
    void is_refused_if_another_version_was_seen() {
        restore(ALICE, 2, 1);

        assertThatExceptionOfType(CanvasChanged.class)
                .isThrownBy(() -> restore(ALICE, 2, 1))
                .satisfies(changed -> assertThat(changed.version()).isEqualTo(3));
    }

    @Test
    void finds_nothing_of_anybody_else() {
        assertThatExceptionOfType(CanvasNotFound.class).isThrownBy(() -> restore(BOB, 2, 1));
    }

    @Test
    void goes_back_and_never_forth() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> restore(ALICE, 2, 2));
        assertThatExceptionOfType(CanvasNotFound.class).isThrownBy(() -> restore(ALICE, 2, 0));
    }
}
