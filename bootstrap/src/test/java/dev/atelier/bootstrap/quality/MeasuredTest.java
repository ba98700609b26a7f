package dev.atelier.bootstrap.quality;

import static org.assertj.core.api.Assertions.assertThat;

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

import java.util.List;

/// Faults planted by hand are found, and what only looks like one is not.
final class MeasuredTest {

    private static final Color INK = new Color("#1E293B");
    private static final Paint PAINT = new Paint(new Color("#DBEAFE"), INK, 2);

    @Test
    void shapes_that_share_some_ground_overlap() {
        var measured = measure(box("a", 0, 0, 100, 100, ""), box("b", 90, 90, 100, 100, ""));

        assertThat(measured.overlaps()).containsExactly("a + b");
        assertThat(measured.isSound()).isFalse();
    }

    @Test
    void shapes_that_touch_do_not_overlap() {
        assertThat(measure(box("a", 0, 0, 100, 100, ""), box("b", 100, 0, 100, 100, "")).isSound())
                .isTrue();
    }

    @Test
    void circles_whose_boxes_only_cross_at_the_corners_do_not_overlap() {
        assertThat(measure(circle("a", 100, 100, 100), circle("b", 250, 250, 100)).isSound())
                .isTrue();
        assertThat(measure(circle("a", 100, 100, 100), circle("b", 230, 230, 100)).overlaps())
                .containsExactly("a + b");
    }

    @Test
    void a_window_lies_on_its_wall_but_must_not_hide_behind_it() {
        var wall = box("wall", 0, 0, 200, 200, "");
        var window = box("window", 20, 20, 50, 50, "");

        assertThat(measure(wall, window).isSound()).isTrue();
        assertThat(measure(window, wall).overlaps()).containsExactly("window + wall");
    }

    @Test
    void a_shape_must_not_hide_the_text_that_it_lies_on() {
        var wall = box("wall", 0, 0, 200, 200, "Wall");

        assertThat(measure(wall, box("window", 75, 75, 50, 50, "")).overlaps())
                .containsExactly("wall + window");
    }

    @Test
    void texts_must_not_run_into_one_another() {
        var board = box("board", 0, 0, 200, 200, "Board");

        assertThat(measure(board, text("note", 80, 90, 60, "Note")).overlaps())
                .containsExactly("board + note");
        assertThat(measure(board, text("note", 80, 10, 60, "Note")).isSound()).isTrue();
    }

    @Test
    void an_arrow_must_reach_the_border_of_the_shapes_that_it_names() {
        var a = circle("a", 50, 50, 50);
        var b = diamond("b", 200, 0, 100, 100);

        assertThat(measure(a, b, arrow("a", "b", 100, 50, 200, 50)).isSound()).isTrue();
        assertThat(measure(a, b, arrow("a", "b", 97, 50, 200, 50)).looseArrows()).hasSize(1);
        assertThat(measure(a, b, arrow("a", "b", 100, 50, 204, 50)).looseArrows()).hasSize(1);
        assertThat(measure(a, b, arrow("a", "b", 100, 50, 200, 0)).looseArrows()).hasSize(1);
        assertThat(measure(a, b, arrow("a", null, 100, 50, 200, 50)).looseArrows()).hasSize(1);
    }

    @Test
    void text_must_stay_within_the_outline_of_its_shape() {
        var words = "Twenty letters long.";

        assertThat(measure(box("a", 0, 0, 160, 30, words)).isSound()).isTrue();
        assertThat(measure(box("a", 0, 0, 100, 30, words)).textsOutside()).containsExactly("a");
        assertThat(measure(diamond("a", 0, 0, 160, 30, words)).textsOutside()).containsExactly("a");
        assertThat(measure(text("a", 0, 0, 90, words)).textsOutside()).containsExactly("a");
        assertThat(measure(box("a", 0, 0, 160, 30, "1\n2\n3")).textsOutside()).containsExactly("a");
    }

    @Test
    void wide_scripts_take_more_room_than_narrow_letters() {
        assertThat(Letters.width("iiii", 16)).isLessThan(Letters.width("mmmm", 16));
        assertThat(Letters.width("流程图表", 16)).isEqualTo(64);
        assertThat(Letters.width("e\u0301", 16)).isEqualTo(Letters.width("é", 16));
        assertThat(Letters.width("👩‍👩‍👧", 16)).isEqualTo(20);
    }

    @Test
    void everything_must_be_on_the_page() {
        var design = design(box("a", -10, 0, 100, 100, ""), box("b", 50, 200, 30, 30, ""));
        var page = Page.of("<svg viewBox=\"-20 0 100 300\">");

        assertThat(Measured.of(design, page).objectsOutside()).containsExactly("a");
        assertThat(Measured.of(design, Page.of("<svg viewBox=\"0 0 60 300\">")).objectsOutside())
                .containsExactly("a", "b");
    }

    private static Measured measure(CanvasObject... objects) {
        var design = design(objects);
        return Measured.of(design, Page.of("sample", design));
    }

    private static CanvasDesign design(CanvasObject... objects) {
        return new CanvasDesign("Sample", List.of(objects));
    }

    private static Box box(
            String id, double x, double y, double width, double height, String text) {
        return box(id, Outline.RECTANGLE, new Position(x, y), new Size(width, height), text);
    }

    private static Box diamond(String id, double x, double y, double width, double height) {
        return diamond(id, x, y, width, height, "");
    }

    private static Box diamond(
            String id, double x, double y, double width, double height, String text) {
        return box(id, Outline.DIAMOND, new Position(x, y), new Size(width, height), text);
    }

    private static Box box(String id, Outline outline, Position at, Size size, String text) {
        var label = text.isEmpty() ? null : new Label(text, 14, INK);
        return new Box(new ObjectId(id), outline, at, size, PAINT, label);
    }

    private static Circle circle(String id, double x, double y, double radius) {
        return new Circle(new ObjectId(id), new Position(x, y), radius, PAINT, null);
    }

    private static Text text(String id, double x, double y, double width, String text) {
        return new Text(
                new ObjectId(id),
                new Position(x, y),
                new Size(width, 20),
                new Label(text, 14, INK));
    }

    private static Connector arrow(
            String from, @Nullable String to, double x, double y, double toX, double toY) {
        return new Connector(
                new ObjectId("arrow"),
                Ending.ARROW,
                List.of(new Position(x, y), new Position(toX, toY)),
                INK,
                2,
                new ObjectId(from),
                to == null ? null : new ObjectId(to));
    }
}
