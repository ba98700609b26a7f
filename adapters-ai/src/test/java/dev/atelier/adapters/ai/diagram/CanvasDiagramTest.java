package dev.atelier.adapters.ai.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

final class CanvasDiagramTest {

    private static final Color INK = new Color("#101010");
    private static final Paint PAINT = new Paint(Color.TRANSPARENT, INK, 1);
    private static final Position ORIGIN = new Position(0, 0);
    private static final Size SIZE = new Size(100, 100);

    @Test
    void a_design_that_knows_its_diagram_has_that_one() throws Exception {
        var design = Asking.offline("a -> b");

        assertThat(CanvasDiagram.of(design).orElse(null)).isNotNull().isSameAs(design.diagram());
    }

    @Test
    void shapes_that_say_something_are_nodes_and_lines_between_them_edges() {
        var diagram =
                CanvasDiagram.of(
                                design(
                                        box("a", Outline.RECTANGLE, "One\nline"),
                                        box("b", Outline.DIAMOND, "Sure?"),
                                        new Circle(id("c"), ORIGIN, 9, PAINT, label("Go")),
                                        line("line:1", "a", "b"),
                                        line("line:2", "b", "b")))
                        .orElseThrow();

        assertThat(diagram.title()).isEqualTo("T");
        assertThat(diagram.nodes())
                .containsExactly(
                        new Node("a", "One line", Role.PROCESS, null),
                        new Node("b", "Sure?", Role.DECISION, null),
                        new Node("c", "Go", Role.START, null));
        assertThat(diagram.edges())
                .containsExactly(new Edge("a", "b", null), new Edge("b", "b", null));
    }

    @Test
    void what_says_nothing_or_has_another_id_is_no_part_of_it() {
        var diagram =
                CanvasDiagram.of(
                                design(
                                        box("a", Outline.RECTANGLE, "A"),
                                        box("mute", Outline.STAR, null),
                                        box("card:1", Outline.RECTANGLE, "Ours"),
                                        box("x".repeat(61), Outline.RECTANGLE, "Long"),
                                        new CanvasObject.Text(id("t"), ORIGIN, SIZE, label("Text")),
                                        line("l1", "a", "mute"),
                                        line("l2", "a", null)))
                        .orElseThrow();

        assertThat(diagram.nodes()).extracting(Node::id).containsExactly("a");
        assertThat(diagram.edges()).isEmpty();
    }

    @Test
    void without_a_shape_that_can_be_named_there_is_none() {
        assertThat(CanvasDiagram.of(design(box("a", Outline.HEART, null)))).isEmpty();
    }

    private static CanvasDesign design(CanvasObject... objects) {
        return new CanvasDesign("T", List.of(objects));
    }

    private static Box box(String id, Outline outline, @Nullable String text) {
        return new Box(id(id), outline, ORIGIN, SIZE, PAINT, text == null ? null : label(text));
    }

    private static Connector line(String id, String from, @Nullable String to) {
        return new Connector(
                id(id),
                Connector.Ending.ARROW,
                List.of(ORIGIN, new Position(1, 1)),
                INK,
                1,
                id(from),
                to == null ? null : id(to));
    }

    private static Label label(String text) {
        return new Label(text, 12, INK);
    }

    private static ObjectId id(String value) {
        return new ObjectId(value);
    }
}
