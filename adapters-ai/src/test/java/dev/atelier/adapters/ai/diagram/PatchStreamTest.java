package dev.atelier.adapters.ai.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class PatchStreamTest {

    private static final Diagram TEA =
            new Diagram(
                    "Tea",
                    Kind.FLOWCHART,
                    Direction.DOWN,
                    List.of(
                            new Node("a", "Boil", Role.START, "k", List.of("loud")),
                            new Node("b", "Pour", Role.PROCESS, "k"),
                            new Node("c", "Drink", Role.END, null)),
                    List.of(new Edge("a", "b", null), new Edge("b", "c", "hot")),
                    List.of(new Group("k", "Kitchen")));

    @Test
    void a_patch_that_names_nothing_changes_nothing() {
        var draft =
                patched(
                        """
                        {"title": "", "remove": [], "update": [], "add_nodes": [], "add_edges": []}
                        """);

        assertThat(draft).isEqualTo(new Draft(TEA, List.of()));
    }

    @Test
    void an_update_changes_what_it_names_and_nothing_else() {
        var after =
                after(
                        """
                        {"title": "Green tea", "update": [
                          {"id": "a", "label": "Heat", "kind": "unchanged", "group": "", "details": []},
                          {"id": "b", "label": "", "kind": "decision", "group": "Table", "details": ["x"]},
                          {"id": "e2", "label": "warm"}, {"id": "k", "label": "Galley"}]}
                        """);

        assertThat(after)
                .isEqualTo(
                        new Diagram(
                                "Green tea",
                                Kind.FLOWCHART,
                                Direction.DOWN,
                                List.of(
                                        new Node("a", "Heat", Role.START, "k", List.of("loud")),
                                        new Node("b", "Pour", Role.DECISION, "Table", List.of("x")),
                                        new Node("c", "Drink", Role.END, null)),
                                List.of(new Edge("a", "b", null), new Edge("b", "c", "warm")),
                                List.of(new Group("k", "Galley"), new Group("Table", "Table"))));
    }

    @Test
    void the_edges_of_a_removed_node_go_with_it() {
        var after = after("{\"remove\": [\"b\"]}");

        assertThat(after.nodes()).extracting(Node::id).containsExactly("a", "c");
        assertThat(after.edges()).isEmpty();
    }

    @Test
    void edges_and_groups_are_removed_by_their_ids_and_the_nodes_of_a_group_stay() {
        var after = after("{\"remove\": [\"e1\", \"k\"]}");

        assertThat(after.edges()).containsExactly(new Edge("b", "c", "hot"));
        assertThat(after.groups()).isEmpty();
        assertThat(after.nodes()).hasSize(3).extracting(Node::group).containsOnlyNulls();
    }

    @Test
    void a_group_that_was_removed_takes_no_new_node() {
        var after =
                after(
                        """
                        {"remove": ["k"], "add_nodes": [{"id": "n", "label": "N", "group": "k"}]}
                        """);

        assertThat(after.groups()).isEmpty();
        assertThat(after.nodes()).extracting(Node::group).containsOnlyNulls();
    }

    @Test
    void a_board_without_cards_keeps_a_column() {
        var board =
                new Diagram(
                        "B",
                        Kind.KANBAN,
                        Direction.DOWN,
                        List.of(),
                        List.of(),
                        List.of(new Group("x", "X"), new Group("y", "Y")));

        assertThat(after(board, "{\"remove\": [\"x\"]}").groups())
                .containsExactly(new Group("y", "Y"));
        assertThat(after(board, "{\"remove\": [\"x\", \"y\"]}")).isEqualTo(board);
    }

    @Test
    void a_new_step_comes_where_it_belongs() {
        var after =
                after(
                        """
                        {"remove": ["e2"],
                         "add_nodes": [{"id": "w", "label": "Wait", "kind": "process", "group": "k",
                                        "details": [], "after": "b"}],
                         "add_edges": [{"from": "b", "to": "w", "text": "", "after": ""},
                                       {"from": "w", "to": "c", "text": "soon", "after": ""}]}
                        """);

        assertThat(after.nodes()).extracting(Node::id).containsExactly("a", "b", "w", "c");
        assertThat(after.edges())
                .containsExactly(
                        new Edge("a", "b", null),
                        new Edge("b", "w", null),
                        new Edge("w", "c", "soon"));
    }

    @Test
    void a_message_is_sent_after_the_one_it_follows_and_may_come_again() {
        var talk =
                new Diagram(
                        "Talk",
                        Kind.SEQUENCE,
                        Direction.DOWN,
                        List.of(
                                new Node("x", "X", Role.ACTOR, null),
                                new Node("y", "Y", Role.PROCESS, null)),
                        List.of(new Edge("x", "y", "hi"), new Edge("y", "x", "bye")),
                        List.of());

        var after =
                after(
                        talk,
                        "{\"add_edges\": [{\"from\": \"x\", \"to\": \"y\", \"text\": \"hi\","
                                + " \"after\": \"e1\"}]}");

        assertThat(after.edges()).extracting(Edge::label).containsExactly("hi", "hi", "bye");
    }

    @Test
    void a_new_node_gets_a_free_id_and_its_edges_follow_it() {
        var stream = new PatchStream(TEA, Set.of("heading:1", "free"));
        stream.feed(
                """
                {"add_nodes": [{"id": "a", "label": "Again"}, {"id": "free", "label": "Other"}],
                 "add_edges": [{"from": "c", "to": "a"}, {"from": "Again", "to": "b"}]}
                """);

        var after = (Diagram) requireNonNull(stream.end().picture());

        assertThat(after.nodes())
                .extracting(Node::id)
                .containsExactly("a", "b", "c", "a-2", "free-2");
        assertThat(after.edges()).endsWith(new Edge("c", "a-2", null), new Edge("a-2", "b", null));
    }

    @Test
    void an_edge_keeps_out_of_the_names_of_nodes() {
        var diagram =
                new Diagram(
                        "E",
                        Kind.FLOWCHART,
                        Direction.DOWN,
                        List.of(
                                new Node("e1", "One", Role.PROCESS, null),
                                new Node("e3", "Three", Role.PROCESS, null)),
                        List.of(new Edge("e1", "e3", null), new Edge("e3", "e1", null)),
                        List.of());

        assertThat(EdgeIds.of(diagram).keySet()).containsExactly("e2", "e4");
    }

    @Test
    void what_names_nothing_is_dropped_and_remembered() {
        var draft =
                patched(
                        """
                        {"remove": ["zzz"], "update": [{"id": "yyy", "label": "Y"}],
                         "add_edges": [{"from": "a", "to": "xxx"}]}
                        """);

        assertThat(draft.picture()).isEqualTo(TEA);
        assertThat(draft.findings())
                .containsExactlyInAnyOrder(
                        new Finding(Problem.UNKNOWN_ID, "zzz"),
                        new Finding(Problem.UNKNOWN_ID, "yyy"),
                        new Finding(Problem.UNKNOWN_ID, "a -> xxx"));
    }

    @Test
    void nothing_is_removed_where_nothing_would_be_left() {
        var draft = patched("{\"remove\": [\"a\", \"b\", \"c\"]}");

        assertThat(draft).isEqualTo(new Draft(TEA, List.of(Finding.about(Problem.NOTHING_LEFT))));
    }

    @Test
    void everything_may_be_replaced() {
        var after =
                after("{\"remove\": [\"a\", \"b\", \"c\"], \"add_nodes\": [{\"label\": \"New\"}]}");

        assertThat(after.nodes()).extracting(Node::label).containsExactly("New");
    }

    @Test
    void a_decision_that_was_lame_before_is_not_the_patchs_fault() {
        var lame =
                new Diagram(
                        "L",
                        Kind.FLOWCHART,
                        Direction.DOWN,
                        List.of(new Node("a", "A?", Role.DECISION, null)),
                        List.of(),
                        List.of());

        var draft =
                patched(
                        lame,
                        "{\"add_nodes\": [{\"id\": \"b\", \"label\": \"B?\", \"kind\":"
                                + " \"decision\"}]}");

        assertThat(draft.findings()).containsExactly(new Finding(Problem.TOO_FEW_EXITS, "b"));
    }

    @Test
    void a_patch_that_broke_off_counts_as_far_as_it_goes() {
        var draft = patched("{\"remove\": [\"e1\"], \"add_nodes\": [{\"id\": \"n\", \"lab");

        assertThat(draft.findings()).containsExactly(Finding.about(Problem.CUT_OFF));
        assertThat(((Diagram) requireNonNull(draft.picture())).edges()).hasSize(1);
    }

    @Test
    void a_reply_without_a_patch_is_none() {
        assertThat(patched("Sure, {done}!").picture()).isNull();
        assertThat(patched("{}").findings())
                .containsExactly(Finding.about(Problem.NOTHING_TO_DRAW));
    }

    @Test
    void no_patch_makes_a_diagram_too_big() {
        var draft = patched("{\"add_nodes\": [" + "{\"label\": \"n\"},".repeat(200) + "]}");

        assertThat(((Diagram) requireNonNull(draft.picture())).nodes()).hasSize(Diagram.MAX_NODES);
        assertThat(draft.findings()).containsExactly(new Finding(Problem.TOO_MUCH, "nodes"));
    }

    private static Diagram after(String reply) {
        return after(TEA, reply);
    }

    private static Diagram after(Diagram before, String reply) {
        return (Diagram) requireNonNull(patched(before, reply).picture());
    }

    private static Draft patched(String reply) {
        return patched(TEA, reply);
    }

    private static Draft patched(Diagram before, String reply) {
        var stream = new PatchStream(before, Set.of());
        stream.feed(reply);
        return stream.end();
    }
}
