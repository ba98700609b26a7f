package dev.atelier.adapters.ai.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Sketch;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class PictureStreamTest {

    private final PictureStream stream = new PictureStream("Untitled");

    @Test
    void a_node_is_there_as_soon_as_it_is_complete() {
        stream.feed("{\"count\": 2, \"nodes\": [{\"id\": \"a\", \"label\": \"A\"");
        assertThat(stream.soFar().picture()).isNull();
        assertThat(stream.drawn()).isZero();

        stream.feed("}");

        assertThat(soFar().nodes()).extracting(Node::id).containsExactly("a");
        assertThat(stream.drawn()).isEqualTo(1);
        assertThat(stream.announced()).isEqualTo(2);
    }

    @Test
    void an_edge_waits_for_its_nodes() {
        stream.feed("{\"edges\": [{\"from\": \"a\", \"to\": \"b\"}], \"nodes\": [{\"id\": \"a\"}");
        assertThat(soFar().edges()).isEmpty();

        stream.feed(", {\"id\": \"b\"}]}");

        assertThat(soFar().edges()).containsExactly(new Edge("a", "b", null));
        assertThat(stream.end().findings()).isEmpty();
    }

    @Test
    void a_line_per_part_makes_a_diagram_too() {
        var reply =
                """
                {"op":"meta","type":"flowchart","direction":"right","title":"Login"}
                {"op":"group","id":"g1","label":"Backend"}
                {"op":"node","id":"login","kind":"start","label":"Log in"}
                {"op":"node","id":"check","kind":"process","label":"Check {it}","group":"g1"}
                {"op":"edge","from":"login","to":"check","label":"yes"}
                """;
        var grown = new ArrayList<Integer>();
        for (var line : reply.split("(?<=\n)", -1)) {
            stream.feed(line);
            grown.add(stream.drawn());
        }

        var diagram = (Diagram) stream.end().picture();

        assertThat(grown).containsExactly(0, 0, 1, 2, 2, 2);
        assertThat(diagram)
                .isEqualTo(
                        new Diagram(
                                "Login",
                                Kind.FLOWCHART,
                                Diagram.Direction.RIGHT,
                                List.of(
                                        new Node("login", "Log in", Diagram.Role.START, null),
                                        new Node(
                                                "check", "Check {it}", Diagram.Role.PROCESS, "g1")),
                                List.of(new Edge("login", "check", "yes")),
                                List.of(new Group("g1", "Backend"))));
    }

    @Test
    void parts_without_a_word_for_what_they_are_are_known_by_their_members() {
        stream.feed(
                """
                [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}, {"from": "a", "to": "b"}]
                """);

        assertThat(soFar().nodes()).hasSize(2);
        assertThat(soFar().edges()).hasSize(1);
        assertThat(stream.end().findings()).isEmpty();
    }

    @Test
    void a_wrapped_picture_is_unwrapped() {
        stream.feed("{\"type\": \"result\", \"diagram\": {\"nodes\": [{\"id\": \"a\"}]}}");

        assertThat(stream.end().picture()).isNotNull();
    }

    @Test
    void messages_of_a_sequence_keep_their_order_and_may_come_again() {
        stream.feed(
                """
                {"kind": "sequence", "participants": [
                   {"id": "u", "label": "User", "kind": "actor"}, {"id": "s", "label": "Server"}],
                 "messages": [{"from": "u", "to": "s", "text": "ping"},
                   {"from": "s", "to": "s", "text": "think"}, {"from": "s", "to": "u", "text": "pong"},
                   {"from": "u", "to": "s", "text": "ping"}]}
                """);

        assertThat(soFar().kind()).isEqualTo(Kind.SEQUENCE);
        assertThat(soFar().edges())
                .extracting(Edge::label)
                .containsExactly("ping", "think", "pong", "ping");
    }

    @Test
    void in_any_other_diagram_an_edge_counts_once() {
        stream.feed(
                """
                {"nodes": [{"id": "a"}, {"id": "b"}],
                 "edges": [{"from": "a", "to": "b"}, {"from": "a", "to": "b"}]}
                """);

        assertThat(soFar().edges()).hasSize(1);
    }

    @Test
    void entities_have_attributes_however_they_are_written() {
        stream.feed(
                """
                {"kind": "entity_relationship", "nodes": [
                   {"id": "o", "label": "Order", "kind": "data", "details": ["id: uuid", " ", null]},
                   {"id": "c", "label": "Customer",
                    "attributes": [{"name": "email", "type": "text"}, 7]}],
                 "edges": [{"from": "c", "to": "o", "text": "places 1:N"}]}
                """);

        assertThat(soFar().kind()).isEqualTo(Kind.ENTITY_RELATIONSHIP);
        assertThat(soFar().nodes())
                .extracting(Node::details)
                .containsExactly(List.of("id: uuid"), List.of("email text", "7"));
        assertThat(soFar().edges()).extracting(Edge::label).containsExactly("places 1:N");
    }

    @Test
    void a_flowchart_has_areas() {
        stream.feed(
                """
                {"kind": "flowchart", "groups": [{"id": "f", "label": "Frontend"}],
                 "nodes": [{"id": "a", "label": "A", "group": "f"}]}
                """);

        assertThat(soFar().groups()).containsExactly(new Group("f", "Frontend"));
        assertThat(soFar().nodes()).extracting(Node::group).containsExactly("f");
    }

    @Test
    void an_id_goes_before_a_label_that_reads_the_same() {
        stream.feed(
                """
                {"nodes": [{"id": "x", "label": "y"}, {"id": "y", "label": "Why"}],
                 "edges": [{"from": "x", "to": "y"}]}
                """);

        assertThat(soFar().edges()).containsExactly(new Edge("x", "y", null));
    }

    @Test
    void what_cannot_be_mended_is_remembered() {
        stream.feed(
                """
                {"nodes": [{"id": "a", "label": "Sure?", "kind": "decision"},
                   {"id": "b", "label": "Really?", "kind": "decision"},
                   {"id": "c", "label": "Fine?", "kind": "decision"}],
                 "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "a", "text": "no"},
                   {"from": "b", "to": "c"}, {"from": "c", "to": "a", "text": "yes"},
                   {"from": "c", "to": "b", "text": "no"}, {"from": "nowhere", "to": "a"}]}
                """);

        assertThat(stream.end().findings())
                .containsExactly(
                        new Finding(Problem.UNKNOWN_ID, "nowhere -> a"),
                        new Finding(Problem.TOO_FEW_EXITS, "a"),
                        new Finding(Problem.UNLABELLED_EXIT, "b"));
    }

    @Test
    void only_a_flowchart_has_decisions_with_exits() {
        stream.feed(
                "{\"kind\": \"mind_map\", \"nodes\": [{\"id\": \"a\", \"kind\": \"decision\"}]}");

        assertThat(stream.end().findings()).isEmpty();
    }

    @Test
    void what_is_too_much_is_remembered() {
        stream.feed("{\"nodes\": [" + "{\"label\": \"n\"},".repeat(151) + "]}");

        assertThat(stream.end().findings()).containsExactly(new Finding(Problem.TOO_MUCH, "nodes"));
        assertThat(soFar().nodes()).hasSize(Diagram.MAX_NODES);
    }

    @Test
    void a_reply_that_broke_off_counts_as_far_as_it_goes() {
        stream.feed("{\"nodes\": [{\"id\": \"a\"}, {\"id\": \"b\", \"label\": \"B");

        var draft = stream.end();

        assertThat(draft.picture()).isNotNull();
        assertThat(draft.findings()).containsExactly(Finding.about(Problem.CUT_OFF));
    }

    @Test
    void so_does_one_with_a_line_per_part() {
        stream.feed("{\"id\": \"a\", \"label\": \"A\"}\n{\"id\": \"b\", \"lab");

        var draft = stream.end();

        assertThat(draft.picture()).isInstanceOf(Diagram.class);
        assertThat(draft.findings()).containsExactly(Finding.about(Problem.CUT_OFF));
    }

    @Test
    void links_of_a_drawing_to_nowhere_are_remembered() {
        stream.feed(
                """
                {"kind": "drawing", "shapes": [{"id": "s", "shape": "star", "x": 1, "y": 1}],
                 "edges": [{"from": "s", "to": "t"}, {"from": "s", "to": "s"}]}
                """);

        var draft = stream.end();

        assertThat(draft.picture()).isInstanceOf(Sketch.class);
        assertThat(draft.findings()).containsExactly(new Finding(Problem.UNKNOWN_ID, "s -> t"));
    }

    @Test
    void nothing_to_draw_is_a_finding() {
        stream.feed("{\"error\": \"no\"} I cannot {draw} that.");

        var draft = stream.end();

        assertThat(draft.picture()).isNull();
        assertThat(draft.findings()).containsExactly(Finding.about(Problem.NOTHING_TO_DRAW));
    }

    @Test
    void the_work_grows_with_the_length_of_the_reply_only() {
        var node = "{\"id\": \"n\", \"label\": \"%s\"},".formatted("x".repeat(100));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    stream.feed("{\"nodes\": [");
                    for (int i = 0; i < 20_000; i++) {
                        for (int at = 0; at < node.length(); at += 4) {
                            stream.feed(node.substring(at, Math.min(node.length(), at + 4)));
                            stream.completed();
                        }
                        stream.drawn();
                    }
                });
        assertThat(stream.drawn()).isEqualTo(20_000);
    }

    private Diagram soFar() {
        return (Diagram) requireNonNull(stream.soFar().picture());
    }
}
