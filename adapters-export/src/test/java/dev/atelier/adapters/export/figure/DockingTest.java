package dev.atelier.adapters.export.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.testkit.Designs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

final class DockingTest {

    private static final Position ABOVE = new Position(80, -100);
    private static final Position TOP = new Position(80, 0);

    @Test
    void an_arrow_to_a_heart_goes_down_into_its_notch() {
        var end = docked(Outline.HEART, new ObjectId("shape"), ABOVE, TOP).points().getLast();

        assertThat(end.x()).isEqualTo(80, within(0.01));
        assertThat(end.y()).isEqualTo(0.2 * 60, within(0.01));
    }

    @Test
    void an_arrow_to_a_star_that_went_in_too_far_is_cut_back() {
        var inside = new Position(80, 30);

        assertThat(
                        docked(Outline.STAR, new ObjectId("shape"), ABOVE, inside)
                                .points()
                                .getLast()
                                .y())
                .isEqualTo(0, within(0.01));
    }

    @Test
    void a_line_that_misses_the_outline_stays() {
        var points = docked(Outline.STAR, new ObjectId("shape"), ABOVE, new Position(500, -90));

        assertThat(points.points()).containsExactly(ABOVE, new Position(500, -90));
    }

    @Test
    void a_line_of_no_length_stays() {
        assertThat(docked(Outline.HEART, new ObjectId("shape"), TOP, TOP).points())
                .containsExactly(TOP, TOP);
    }

    @Test
    void lines_that_are_loose_or_bound_to_a_box_stay() {
        assertThat(docked(Outline.HEART, null, ABOVE, TOP).points()).containsExactly(ABOVE, TOP);
        assertThat(docked(Outline.RECTANGLE, new ObjectId("shape"), ABOVE, TOP).points())
                .containsExactly(ABOVE, TOP);
    }

    private static Connector docked(
            Outline outline, @Nullable ObjectId to, Position from, Position end) {
        CanvasObject arrow =
                new Connector(
                        new ObjectId("arrow"),
                        Ending.ARROW,
                        List.of(from, end),
                        new Color("#000000"),
                        2,
                        null,
                        to);
        var design =
                new CanvasDesign(
                        "Docking", List.of(arrow, Designs.box("shape", outline, 0, 0, "Shape")));
        return (Connector) Docking.of(design).objects().getFirst();
    }
}
