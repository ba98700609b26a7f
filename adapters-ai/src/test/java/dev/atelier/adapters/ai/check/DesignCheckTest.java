package dev.atelier.adapters.ai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.check.Finding.Kind;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class DesignCheckTest {

    private static final Color INK = new Color("#111111");
    private static final Paint PAINT = new Paint(Color.TRANSPARENT, INK, 1);

    @Test
    void boxes_that_overlap_are_found() {
        assertThat(findings(box("a", 0, 0, 100, 50), box("b", 90, 40, 100, 50)))
                .containsExactly("OVERLAP: a and b overlap");
    }

    @Test
    void boxes_side_by_side_are_not() {
        assertThat(findings(box("a", 0, 0, 100, 50), box("b", 100, 0, 100, 50))).isEmpty();
    }

    @Test
    void what_lies_wholly_on_a_shape_may_be_there() {
        assertThat(
                        findings(
                                box("a", 0, 0, 300, 300),
                                box("b", 0, 10, 100, 50),
                                circle("c", 200, 200, 60)))
                .isEmpty();
    }

    @Test
    void what_hangs_over_the_edge_of_a_shape_is_found() {
        assertThat(findings(box("a", 0, 0, 300, 300), box("b", 250, 10, 100, 50)))
                .containsExactly("OVERLAP: a and b overlap");
    }

    @Test
    void text_half_on_a_shape_is_found() {
        assertThat(findings(box("a", 0, 0, 100, 100), text("t", "Hello there", 60, 40)))
                .containsExactly("OVERLAP: a and t overlap");
    }

    @Test
    void the_true_outlines_count_not_their_boxes() {
        assertThat(findings(circle("a", 100, 100, 100), box("b", 180, 180, 80, 80))).isEmpty();
        assertThat(findings(circle("a", 100, 100, 100), box("b", 160, 160, 80, 80)))
                .containsExactly("OVERLAP: a and b overlap");
        assertThat(findings(diamond("a", 0, 0, null), diamond("b", 60, 60, null))).isEmpty();
        assertThat(findings(diamond("a", 0, 0, null), diamond("b", 40, 40, null)))
                .containsExactly("OVERLAP: a and b overlap");
    }

    @Test
    void an_arrow_bound_at_one_end_is_found() {
        assertThat(findings(box("a", 0, 0, 100, 50), arrow("x", "a", null, 100, 25, 200, 25)))
                .containsExactly("LOOSE_END: x does not connect two shapes");
    }

    @Test
    void an_arrow_that_falls_short_of_its_shape_is_found() {
        assertThat(
                        findings(
                                box("a", 0, 0, 100, 50),
                                circle("b", 300, 25, 25),
                                arrow("x", "a", "b", 100, 25, 240, 25)))
                .containsExactly("LOOSE_END: x does not connect two shapes");
    }

    @Test
    void an_arrow_from_border_to_border_is_not() {
        assertThat(
                        findings(
                                box("a", 0, 0, 100, 50),
                                circle("b", 300, 25, 25),
                                diamond("d", 0, 200, null),
                                arrow("x", "a", "b", 100, 25, 275, 25),
                                arrow("y", "a", "d", 50, 50, 50, 200)))
                .isEmpty();
    }

    @Test
    void a_plain_stroke_in_a_drawing_needs_no_shapes() {
        var stroke =
                new Connector(
                        new ObjectId("x"),
                        Ending.LINE,
                        List.of(new Position(0, 0), new Position(9, 9)),
                        INK,
                        1,
                        null,
                        null);
        assertThat(findings(stroke)).isEmpty();
    }

    @Test
    void text_that_outgrows_its_shape_is_found() {
        assertThat(findings(labelled("a", "far too many words")))
                .containsExactly("TEXT_OUTSIDE: a has more text than fits into it");
        assertThat(findings(diamond("d", 0, 0, "one\ntwo\nthree\nfour")))
                .containsExactly("TEXT_OUTSIDE: d has more text than fits into it");
        assertThat(findings(diamond("d", 0, 0, "one"))).isEmpty();
    }

    @Test
    void what_lies_off_the_canvas_is_found() {
        assertThat(findings(box("a", -1, 0, 100, 50)))
                .containsExactly("OFF_CANVAS: a lies outside of the canvas");
        assertThat(findings(circle("b", 999_999, 50, 50)))
                .containsExactly("OFF_CANVAS: b lies outside of the canvas");
        assertThat(
                        DesignCheck.findings(
                                new CanvasDesign("T", List.of(box("a", 5000, 0, 10, 10))),
                                DesignCheck.SKETCH))
                .extracting(Finding::kind)
                .containsExactly(Kind.OFF_CANVAS);
    }

    @Test
    void texts_that_lie_over_one_another_are_found() {
        assertThat(findings(text("t", "Hello", 0, 0), text("u", "World", 10, 5)))
                .containsExactly("TEXTS_COLLIDE: t and u have text in the same place");
        assertThat(findings(labelled("d", "one"), text("t", "Hi", 5, 45)))
                .containsExactly("TEXTS_COLLIDE: d and t have text in the same place");
        assertThat(findings(text("t", "Hello", 0, 0), text("u", "World", 0, 20))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a login flow",
                "Mind map of renewable energy: solar, wind, hydro",
                "Org chart: CEO: CTO, CFO; CTO: QA",
                "Timeline: 2015: founded, 2017: first customer",
                "Kanban board for moving house",
            })
    void sound_designs_have_no_findings(String instructions) throws Exception {
        assertThat(DesignCheck.findings(Asking.offline(instructions))).isEmpty();
    }

    @Test
    void two_thousand_shapes_in_one_column_take_no_time_to_speak_of() {
        var objects = new ArrayList<CanvasObject>();
        for (int i = 0; i < 2000; i++) {
            objects.add(box("n" + i, 0, 60 * i, 100, 50));
        }
        var design = new CanvasDesign("T", objects);
        DesignCheck.findings(design);

        var start = System.nanoTime();
        assertThat(DesignCheck.findings(design)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    private static List<String> findings(CanvasObject... objects) {
        return DesignCheck.findings(new CanvasDesign("T", List.of(objects))).stream()
                .map(finding -> finding.kind() + ": " + finding.message())
                .toList();
    }

    private static Box box(String id, double x, double y, double width, double height) {
        return new Box(
                new ObjectId(id),
                Outline.RECTANGLE,
                new Position(x, y),
                new Size(width, height),
                PAINT,
                null);
    }

    private static Box labelled(String id, String words) {
        return new Box(
                new ObjectId(id),
                Outline.RECTANGLE,
                new Position(0, 0),
                new Size(100, 100),
                PAINT,
                new Label(words, 16, INK));
    }

    private static Box diamond(String id, double x, double y, @Nullable String words) {
        return new Box(
                new ObjectId(id),
                Outline.DIAMOND,
                new Position(x, y),
                new Size(100, 100),
                PAINT,
                words == null ? null : new Label(words, 16, INK));
    }

    private static Circle circle(String id, double x, double y, double radius) {
        return new Circle(new ObjectId(id), new Position(x, y), radius, PAINT, null);
    }

    private static Text text(String id, String words, double x, double y) {
        return new Text(
                new ObjectId(id), new Position(x, y), new Size(90, 20), new Label(words, 16, INK));
    }

    private static Connector arrow(
            String id,
            String from,
            @Nullable String to,
            double x1,
            double y1,
            double x2,
            double y2) {
        return new Connector(
                new ObjectId(id),
                Ending.ARROW,
                List.of(new Position(x1, y1), new Position(x2, y2)),
                INK,
                2,
                new ObjectId(from),
                to == null ? null : new ObjectId(to));
    }
}
