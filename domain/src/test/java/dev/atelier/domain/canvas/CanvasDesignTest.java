package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.arrow;
import static dev.atelier.domain.canvas.Drawn.box;
import static dev.atelier.domain.canvas.Drawn.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class CanvasDesignTest {

    private static List<CanvasObject> boxes(int number) {
        return IntStream.range(0, number)
                .<CanvasObject>mapToObj(n -> box("box-" + n, n, 0))
                .toList();
    }

    @Test
    void has_1_to_2000_objects() {
        assertThat(new CanvasDesign("Full", boxes(2000)).objects()).hasSize(2000);

        refuses(() -> new CanvasDesign("Too full", boxes(2001)));
        refuses(() -> new CanvasDesign("Empty", List.of()));
    }

    @Test
    void has_a_title_of_1_to_200_characters() {
        assertThat(new CanvasDesign("🎨".repeat(200), boxes(1)).title()).hasSize(400);

        refuses(() -> new CanvasDesign("🎨".repeat(201), boxes(1)));
        refuses(() -> new CanvasDesign("  ", boxes(1)));
        refuses(() -> new CanvasDesign("a\u0000", boxes(1)));
    }

    @Test
    void uses_each_id_once() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> design(box("a", 0, 0), arrow("a", null, null)))
                .withMessageContaining("a is used twice");
    }

    @Test
    void binds_lines_to_shapes_of_its_own_wherever_they_stand() {
        assertThat(design(arrow("x", "a", "b"), box("a", 0, 0), box("b", 0, 99)).objects())
                .hasSize(3);
        assertThat(design(arrow("x", "a", null), box("a", 0, 0)).objects()).hasSize(2);
    }

    @Test
    void binds_no_line_to_what_is_not_there() {
        refuses(() -> design(box("a", 0, 0), arrow("x", "a", "b")));
        refuses(() -> design(box("a", 0, 0), arrow("x", "b", "a")));
    }

    @Test
    void binds_no_line_to_a_line() {
        refuses(() -> design(arrow("x", "x", null)));
        refuses(() -> design(arrow("x", null, null), arrow("y", null, "x")));
    }

    @Test
    void is_as_large_as_all_its_objects() {
        var design = design(box("a", -10, 5), box("b", 200, 300));

        assertThat(design.bounds()).isEqualTo(new Bounds(-10, 5, 300, 350));
        assertThat(design.bounds().width()).isEqualTo(310);
        assertThat(design.bounds().height()).isEqualTo(345);
    }

    @Test
    void does_not_change_with_the_list_it_was_made_from() {
        var objects = new ArrayList<CanvasObject>(boxes(1));
        var design = new CanvasDesign("Mine", objects);

        objects.clear();

        assertThat(design.objects()).hasSize(1);
    }

    private static void refuses(Runnable making) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run);
    }
}
