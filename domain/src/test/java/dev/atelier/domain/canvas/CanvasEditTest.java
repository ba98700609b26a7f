package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.INK;
import static dev.atelier.domain.canvas.Drawn.PAINT;
import static dev.atelier.domain.canvas.Drawn.arrow;
import static dev.atelier.domain.canvas.Drawn.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.CanvasEdit.Relabel;
import dev.atelier.domain.canvas.CanvasEdit.Remove;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.job.UserId;

import net.jqwik.api.Example;

import java.util.List;
import java.util.Objects;

final class CanvasEditTest {

    private static final Diagram DIAGRAM =
            new Diagram(
                    "Steps",
                    Kind.FLOWCHART,
                    Direction.DOWN,
                    List.of(
                            new Node("a", "First", Role.START, null),
                            new Node("b", "Second", Role.PROCESS, null),
                            new Node("c", "Third", Role.PROCESS, null, List.of("id", "name"))),
                    List.of(new Edge("a", "b", "goes on"), new Edge("b", "c", null)),
                    List.of());

    private final Canvas canvas = board(steps());

    private static Canvas board(CanvasDesign design) {
        return Canvas.begin(new CanvasId("board"), new UserId("alice"), design).canvas();
    }

    private static CanvasDesign steps() {
        return new CanvasDesign(
                "Steps",
                List.of(
                        new Connector(
                                new ObjectId("line:1"),
                                Ending.ARROW,
                                List.of(
                                        new Position(50, 50),
                                        new Position(50, 100),
                                        new Position(250, 100),
                                        new Position(250, 150)),
                                INK,
                                1,
                                new ObjectId("a"),
                                new ObjectId("b")),
                        arrow("line:2", "b", "c"),
                        labelled("a", 0, 0, "First"),
                        labelled("b", 200, 150, "Second"),
                        labelled("c", 200, 300, "Third\nid\nname"),
                        labelled("a:mark", 110, 0, "*"),
                        says("heading:1", 0, -60, "Steps"),
                        says("text:1", 140, 90, "goes\non")),
                DIAGRAM);
    }

    private static Box labelled(String id, double x, double y, String text) {
        return new Box(
                new ObjectId(id),
                Outline.RECTANGLE,
                new Position(x, y),
                new Size(100, 50),
                PAINT,
                new Label(text, 12, INK));
    }

    private static Text says(String id, double x, double y, String text) {
        return new Text(
                new ObjectId(id), new Position(x, y), new Size(20, 20), new Label(text, 12, INK));
    }

    private static ObjectId id(String id) {
        return new ObjectId(id);
    }

    private static CanvasObject object(Canvas canvas, String id) {
        return canvas.design().objects().stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(Canvas canvas, String id) {
        return canvas.design().objects().stream().anyMatch(it -> it.id().value().equals(id));
    }

    private static Diagram diagram(Canvas canvas) {
        return Objects.requireNonNull(canvas.design().diagram());
    }

    private Canvas after(CanvasEdit... edits) {
        return canvas.edited(List.of(edits));
    }

    @Example
    void a_moved_object_is_where_its_owner_put_it_and_pinned() {
        var next = after(new Move(id("c"), new Position(400, 310)));

        assertThat(object(next, "c").bounds().left()).isEqualTo(400);
        assertThat(next.pinned()).containsExactly(id("c"));
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.design().diagram()).isEqualTo(DIAGRAM);
    }

    @Example
    void what_belongs_to_a_moved_object_goes_along() {
        var next = after(new Move(id("a"), new Position(10, -20)));

        assertThat(object(next, "a:mark").bounds().left()).isEqualTo(120);
        assertThat(((Connector) object(next, "line:1")).points())
                .containsExactly(
                        new Position(60, 30),
                        new Position(60, 100),
                        new Position(250, 100),
                        new Position(250, 150));
    }

    @Example
    void what_is_written_at_a_line_stays_at_its_middle() {
        var next = after(new Move(id("a"), new Position(20, 0)));

        assertThat(object(next, "text:1").bounds().left()).isEqualTo(150);
        assertThat(object(next, "text:1").bounds().top()).isEqualTo(90);
    }

    @Example
    void a_new_label_is_the_nodes_too() {
        var next =
                after(
                        new Relabel(id("b"), "Second,\nbut better"),
                        new Relabel(id("c"), "Table\nkey"));

        assertThat(((Box) object(next, "b")).label())
                .isEqualTo(new Label("Second,\nbut better", 12, INK));
        assertThat(diagram(next).nodes().get(1).label()).isEqualTo("Second, but better");
        assertThat(diagram(next).nodes().get(2))
                .isEqualTo(new Node("c", "Table", Role.PROCESS, null, List.of("key")));
    }

    @Example
    void new_words_at_a_line_are_its_edges_and_a_new_heading_is_the_title() {
        var next = after(new Relabel(id("text:1"), "jumps"), new Relabel(id("heading:1"), "Ways"));

        assertThat(diagram(next).edges().getFirst()).isEqualTo(new Edge("a", "b", "jumps"));
        assertThat(next.design().title()).isEqualTo("Ways");
    }

    @Example
    void with_an_object_go_its_parts_its_lines_and_their_words() {
        var next = after(new Remove(id("a")));

        assertThat(List.of("a", "a:mark", "line:1", "text:1")).noneMatch(it -> has(next, it));
        assertThat(List.of("b", "c", "line:2", "heading:1")).allMatch(it -> has(next, it));
        assertThat(diagram(next).nodes()).extracting(Node::id).containsExactly("b", "c");
        assertThat(diagram(next).edges()).containsExactly(new Edge("b", "c", null));
    }

    @Example
    void with_a_line_goes_its_edge() {
        var next = after(new Remove(id("line:2")));

        assertThat(diagram(next).edges()).containsExactly(new Edge("a", "b", "goes on"));
        assertThat(has(next, "c")).isTrue();
    }

    @Example
    void what_is_no_single_diagram_can_be_changed_too() {
        var next = board(flow()).edited(List.of(new Move(id("a"), new Position(5, 5))));

        assertThat(next.design().diagram()).isNull();
        assertThat(((Connector) object(next, "a-b")).points())
                .containsExactly(new Position(5, 5), new Position(10, 120));
    }

    @Example
    void an_edit_that_cannot_be_made_is_refused_by_name() {
        refused("there is no object z", new Move(id("z"), new Position(0, 0)));
        refused("line line:1 moves with its shapes", new Move(id("line:1"), new Position(0, 0)));
        refused("line line:1 has no text", new Relabel(id("line:1"), "x"));
        refused(
                "nothing would be left",
                new Remove(id("a")),
                new Remove(id("b")),
                new Remove(id("c")),
                new Remove(id("heading:1")));
    }

    private void refused(String message, CanvasEdit... edits) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> after(edits))
                .withMessageContaining(message);
    }
}
