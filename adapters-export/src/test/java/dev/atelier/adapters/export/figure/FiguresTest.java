package dev.atelier.adapters.export.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;

import org.junit.jupiter.api.Test;

import java.util.List;

final class FiguresTest {

    private static final Bounds BOX = new Bounds(10, 20, 110, 220);

    @Test
    void a_star_fills_its_box() {
        assertThat(Star.corners(BOX)).hasSize(10);
        assertFills(Star.corners(BOX));
    }

    @Test
    void a_heart_fills_its_box() {
        assertThat(new Heart(BOX).corners())
                .doesNotHaveDuplicates()
                .startsWith(new Heart(BOX).tip())
                .hasSize(48);
        assertFills(new Heart(BOX).corners());
    }

    @Test
    void the_curves_of_a_heart_end_where_they_began() {
        assertThat(new Heart(BOX).curves().getLast().to()).isEqualTo(new Heart(BOX).tip());
    }

    @Test
    void a_number_has_two_decimals_at_most_and_no_exponent() {
        assertThat(Rounded.of(1_000_000)).hasToString("1000000");
        assertThat(Rounded.of(0.125)).hasToString("0.12");
        assertThat(Rounded.of(-0.0001)).hasToString("0");
        assertThat(Rounded.of(12.50)).hasToString("12.5");
    }

    private static void assertFills(List<Position> corners) {
        var filled =
                corners.stream()
                        .map(at -> new Bounds(at.x(), at.y(), at.x(), at.y()))
                        .reduce(Bounds::union)
                        .orElseThrow();
        assertThat(filled.left()).isEqualTo(BOX.left(), within(0.01));
        assertThat(filled.top()).isEqualTo(BOX.top(), within(0.01));
        assertThat(filled.right()).isEqualTo(BOX.right(), within(0.01));
        assertThat(filled.bottom()).isEqualTo(BOX.bottom(), within(0.01));
    }
}
