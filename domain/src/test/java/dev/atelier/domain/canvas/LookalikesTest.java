package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.INK;
import static dev.atelier.domain.canvas.Drawn.PAINT;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.job.UserId;

import net.jqwik.api.Example;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Lines between the same shapes, texts that say the same, names that begin the same: an edit means
/// one of them.
final class LookalikesTest {

    private static Node node(String id) {
        return new Node(id, id, Role.PROCESS, null);
    }

    private static Canvas board(
            Kind kind, List<Node> nodes, List<Edge> edges, CanvasObject... drawn) {
        var diagram =
                new Diagram(
                        "Steps",
                        kind,
                        Direction.DOWN,
                        nodes,
                        edges,
                        List.of(new Group("todo", "To do")));
        var objects = new ArrayList<>(List.of(drawn));
        objects.add(says("heading:1", 0, -100, "Steps"));
        return Canvas.begin(
                        new CanvasId("board"),
                        new UserId("alice"),
                        new CanvasDesign("Steps", objects, diagram))
                .canvas();
    }

    private static Box shape(String id, double x, double y) {
        return new Box(
                new ObjectId(id),
                Outline.RECTANGLE,
                new Position(x, y),
                new Size(100, 50),
                PAINT,
                new Label(id, 12, INK));
    }

    private static Text says(String id, double x, double y, String text) {
        return new Text(
                new ObjectId(id), new Position(x, y), new Size(20, 20), new Label(text, 12, INK));
    }

    private static Connector level(String id, String from, String to, double y) {
        return new Connector(
                new ObjectId(id),
                Ending.ARROW,
                List.of(new Position(0, y), new Position(300, y)),
                INK,
                1,
                new ObjectId(from),
                new ObjectId(to));
    }

    private static Canvas after(Canvas canvas, CanvasEdit edit) {
        return canvas.edited(List.of(edit));
    }

    private static ObjectId id(String id) {
        return new ObjectId(id);
    }

    private static List<String> ids(Canvas canvas) {
        return canvas.design().objects().stream().map(it -> it.id().value()).toList();
    }

    private static Position place(Canvas canvas, String id) {
        var bounds =
                canvas.design().objects().stream()
                        .filter(it -> it.id().value().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .bounds();
        return new Position(bounds.left(), bounds.top());
    }

    private static Diagram diagram(Canvas canvas) {
        return Objects.requireNonNull(canvas.design().diagram());
    }

    /// Three messages between the same two.
    private static Canvas messages() {
        return board(
                Kind.SEQUENCE,
                List.of(node("a"), node("b")),
                List.of(new Edge("a", "b", "one"), new Edge("a", "b", "two"), edge("three")),
                shape("a", 0, 0),
                shape("b", 300, 0),
                level("line:1", "a", "b", 100),
                level("line:2", "a", "b", 200),
                level("line:3", "a", "b", 300),
                says("text:1", 140, 80, "one"),
                says("text:2", 140, 180, "two"),
                says("text:3", 140, 280, "three"));
    }

    private static Edge edge(String label) {
        return new Edge("a", "b", label);
    }

    /// Two ways that both say yes.
    private static Canvas decisions() {
        return board(
                Kind.FLOWCHART,
                List.of(node("a"), node("b"), node("c")),
                List.of(new Edge("a", "b", "yes"), new Edge("b", "c", "yes")),
                shape("a", 0, 0),
                shape("b", 300, 0),
                shape("c", 600, 0),
                level("line:1", "a", "b", 100),
                level("line:2", "b", "c", 500),
                says("text:1", 140, 80, "yes"),
                says("text:2", 140, 480, "yes"));
    }

    @Example
    void with_one_of_several_lines_go_its_own_edge_and_words() {
        var next = after(messages(), new Remove(id("line:2")));

        assertThat(ids(next))
                .contains("line:1", "line:3", "text:1", "text:3")
                .doesNotContain("line:2", "text:2");
        assertThat(diagram(next).edges()).containsExactly(edge("one"), edge("three"));
    }

    @Example
    void the_words_at_several_lines_go_along_each_with_its_own() {
        var next = after(messages(), new Move(id("a"), new Position(100, 0)));

        assertThat(Stream.of("text:1", "text:2", "text:3").map(it -> place(next, it).x()))
                .containsExactly(190.0, 190.0, 190.0);
    }

    @Example
    void new_words_are_those_of_the_line_they_stand_at() {
        var next = after(decisions(), new Relabel(id("text:2"), "always"));

        assertThat(diagram(next).edges())
                .containsExactly(new Edge("a", "b", "yes"), new Edge("b", "c", "always"));
    }

    @Example
    void an_edge_whose_words_are_taken_away_says_nothing() {
        var next = after(decisions(), new Remove(id("text:2")));

        assertThat(diagram(next).edges())
                .containsExactly(new Edge("a", "b", "yes"), new Edge("b", "c", null));
    }

    @Example
    void words_are_known_however_their_lines_are_broken() {
        var canvas =
                board(
                        Kind.FLOWCHART,
                        List.of(node("a"), node("b")),
                        List.of(edge("利用者を確認する")),
                        shape("a", 0, 0),
                        shape("b", 300, 0),
                        level("line:1", "a", "b", 100),
                        says("text:1", 140, 80, "利用者を\n確認する"));

        assertThat(ids(after(canvas, new Remove(id("line:1"))))).doesNotContain("text:1");
    }

    @Example
    void a_number_makes_no_part_of_a_node() {
        var canvas =
                board(
                        Kind.FLOWCHART,
                        List.of(node("text"), node("line"), node("heading"), node("a"), node("b")),
                        List.of(edge("yes")),
                        shape("text", 0, 500),
                        shape("line", 300, 500),
                        shape("heading", 600, 500),
                        shape("a", 0, 0),
                        shape("b", 300, 0),
                        level("line:1", "a", "b", 100),
                        says("text:1", 140, 80, "yes"));

        var next =
                canvas.edited(
                        List.of(
                                new Remove(id("text")),
                                new Remove(id("line")),
                                new Remove(id("heading"))));

        assertThat(ids(next)).containsExactly("a", "b", "line:1", "text:1", "heading:1");
    }

    @Example
    void the_heading_of_a_group_is_the_groups_name() {
        var column = shape("todo:column", 0, 0);
        var canvas =
                board(
                        Kind.KANBAN,
                        List.of(new Node("a", "a", Role.PROCESS, "todo")),
                        List.of(),
                        new Box(
                                column.id(),
                                column.outline(),
                                column.at(),
                                column.size(),
                                column.paint(),
                                new Label("To\ndo", 12, INK)),
                        shape("a", 0, 100));

        var next = after(canvas, new Relabel(id("todo:column"), "Later"));

        assertThat(diagram(next).groups()).containsExactly(new Group("todo", "Later"));
    }

    @Example
    void a_new_heading_is_the_diagrams_title_too() {
        var next = after(messages(), new Relabel(id("heading:1"), "Ways"));

        assertThat(next.design().title()).isEqualTo("Ways");
        assertThat(diagram(next).title()).isEqualTo("Ways");
    }
}
