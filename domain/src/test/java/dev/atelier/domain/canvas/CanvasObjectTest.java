package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.INK;
import static dev.atelier.domain.canvas.Drawn.PAINT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

final class CanvasObjectTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1_000_000.1,
                -1_000_000.1
            })
    void a_position_is_finite_and_not_too_far_away(double coordinate) {
        refuses(() -> new Position(coordinate, 0));
        refuses(() -> new Position(0, coordinate));
    }

    @Test
    void a_position_may_be_negative_and_as_far_as_a_million() {
        assertThat(new Position(-1_000_000, 1_000_000).plus(1, -1))
                .isEqualTo(new Position(-999_999, 999_999));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1_000_000.1})
    void an_extent_is_positive_and_finite(double extent) {
        refuses(() -> new Size(extent, 1));
        refuses(() -> new Size(1, extent));
        refuses(() -> Drawn.circle("c", 0, 0, extent));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void a_stroke_has_a_sensible_width(double width) {
        refuses(() -> new Paint(INK, INK, width));
        refuses(() -> line(width, List.of(new Position(0, 0), new Position(1, 1))));
    }

    @Test
    void a_shape_may_have_no_stroke_but_a_line_has_one() {
        assertThat(new Paint(INK, INK, 0).strokeWidth()).isZero();
        refuses(() -> line(0, List.of(new Position(0, 0), new Position(1, 1))));
    }

    @Test
    void a_line_has_2_to_200_points() {
        var point = new Position(1, 1);

        assertThat(line(1, Collections.nCopies(200, point)).points()).hasSize(200);
        refuses(() -> line(1, List.of(point)));
        refuses(() -> line(1, Collections.nCopies(201, point)));
    }

    private static Connector line(double width, List<Position> points) {
        return new Connector(new ObjectId("l"), Ending.LINE, points, INK, width, null, null);
    }

    @Test
    void a_label_has_1_to_2000_characters_as_a_person_counts() {
        assertThat(new Label("🎨".repeat(2000), 12, INK).text()).hasSize(4000);

        refuses(() -> new Label("🎨".repeat(2001), 12, INK));
        refuses(() -> new Label(" \n", 12, INK));
        refuses(() -> new Label("a\u0000", 12, INK));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.9, 400.1, Double.NaN})
    void a_label_can_be_read(double fontSize) {
        refuses(() -> new Label("text", fontSize, INK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"", "ä", "<a>", "a\n"})
    void an_id_is_plain(String id) {
        refuses(() -> new ObjectId(id));
    }

    @Test
    void an_id_has_up_to_100_characters() {
        assertThat(new ObjectId("a".repeat(100)).value()).hasSize(100);
        refuses(() -> new ObjectId("a".repeat(101)));
    }

    @Test
    void each_kind_has_the_word_of_the_wire() {
        assertThat(Arrays.stream(Outline.values()).map(outline -> shaped(outline).type()))
                .containsExactly("rectangle", "diamond", "star", "heart");
        assertThat(Drawn.circle("c", 0, 0, 1).type()).isEqualTo("circle");
        assertThat(Drawn.text("t", 0, 0).type()).isEqualTo("text");
        assertThat(Drawn.arrow("a", null, null).type()).isEqualTo("arrow");
        assertThat(line(1, Collections.nCopies(2, new Position(0, 0))).type()).isEqualTo("line");
    }

    private static Box shaped(Outline outline) {
        return new Box(new ObjectId("b"), outline, new Position(0, 0), new Size(1, 1), PAINT, null);
    }

    @Test
    void bounds_enclose_each_kind() {
        assertThat(Drawn.box("b", 10, 20).bounds()).isEqualTo(new Bounds(10, 20, 110, 70));
        assertThat(Drawn.circle("c", 10, 20, 5).bounds()).isEqualTo(new Bounds(5, 15, 15, 25));
        assertThat(Drawn.text("t", 1, 2).bounds()).isEqualTo(new Bounds(1, 2, 81, 22));
        assertThat(
                        line(
                                        1,
                                        List.of(
                                                new Position(5, 5),
                                                new Position(-5, 9),
                                                new Position(0, 0)))
                                .bounds())
                .isEqualTo(new Bounds(-5, 0, 5, 9));
    }

    @Test
    void moving_moves_the_bounds_and_nothing_else() {
        var objects =
                List.of(
                        Drawn.box("b", 10, 20),
                        Drawn.circle("c", 10, 20, 5),
                        Drawn.text("t", 1, 2),
                        Drawn.arrow("a", null, null));

        for (var object : objects) {
            var moved = object.movedBy(7, -3);
            var before = object.bounds();
            assertThat(moved.bounds())
                    .isEqualTo(
                            new Bounds(
                                    before.left() + 7,
                                    before.top() - 3,
                                    before.right() + 7,
                                    before.bottom() - 3));
            assertThat(moved.movedBy(-7, 3)).isEqualTo(object);
        }
    }

    @Test
    void boxes_that_share_an_edge_do_not_overlap() {
        var box = new Bounds(0, 0, 10, 10);

        assertThat(box.overlaps(new Bounds(10, 0, 20, 10))).isFalse();
        assertThat(box.overlaps(new Bounds(0, 10, 10, 20))).isFalse();
        assertThat(box.overlaps(new Bounds(9, 9, 20, 20))).isTrue();
        assertThat(box.overlaps(new Bounds(2, 2, 3, 3))).isTrue();
        assertThat(box.union(new Bounds(-5, 5, 3, 20))).isEqualTo(new Bounds(-5, 0, 10, 20));
    }

    private static void refuses(Runnable making) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run);
    }
}
