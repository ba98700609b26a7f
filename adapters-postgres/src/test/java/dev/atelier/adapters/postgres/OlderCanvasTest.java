package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Diagrams;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A canvas as nodes of the version before have written it.
final class OlderCanvasTest extends PostgresTest implements JobsContract {

    private static final CanvasId BOARD = new CanvasId("board");
    private static final CanvasDesign DRAWN =
            new CanvasDesign("Login", Designs.aFlow().objects(), Diagrams.of(Kind.FLOWCHART));

    private AIJob job;

    @BeforeEach
    void draw() {
        var running = running(ALICE, aLiveWorker());
        var begun = Canvas.begin(BOARD, ALICE, DRAWN);
        job = saved(running.complete(begun, Jobs.BY_A_MODEL, now()));
        database()
                .execute(
                        """
                        update canvases set
                            objects = CAST(CAST(objects_json AS text) AS jsonb),
                            diagram = CAST(CAST(diagram_json AS text) AS jsonb),
                            objects_json = null, diagram_json = null
                        """);
    }

    @Test
    void is_read_as_it_was() {
        assertThat(jobs().canvases().find(BOARD, ALICE).orElseThrow().design()).isEqualTo(DRAWN);
        assertThat(jobs().store().design(job.id(), ALICE)).contains(Designs.aFlow());
    }

    @Test
    void leaves_what_was_drawn_to_its_job() {
        jobs().canvases().delete(BOARD, ALICE);

        assertThat(jobs().store().design(job.id(), ALICE)).contains(Designs.aFlow());
    }
}
