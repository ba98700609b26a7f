package dev.atelier.adapters.export.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.testkit.Designs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

final class MermaidTextTest {

    @Test
    void a_flowchart_has_shapes_by_role_and_labelled_arrows() {
        var nodes =
                List.of(
                        node("a", "Begin", Role.START, null),
                        node("end", "Fine?", Role.DECISION, null),
                        node("c", "Store", Role.DATA, "g"));
        var edges = List.of(new Edge("a", "end", null), new Edge("end", "c", "yes"));

        assertThat(write(Kind.FLOWCHART, nodes, edges, List.of(new Group("g", "Back"))))
                .isEqualTo(
                        """
                        ---
                        title: "Title"
                        ---
                        flowchart LR
                            subgraph g1["Back"]
                                n1[("Store")]
                            end
                            n2(["Begin"])
                            n3{"Fine?"}
                            n2 --> n3
                            n3 -->|"yes"| n1
                        """);
    }

    @Test
    void a_mind_map_is_a_tree_by_indentation() {
        assertThat(write(Kind.MIND_MAP, three(), tree(), List.of()))
                .endsWith(
                        """
                        mindmap
                            n1(("One"))
                                n2["Two"]
                                    n3["Three"]
                        """);
    }

    @Test
    void a_mind_map_that_is_no_tree_is_a_flowchart() {
        var circle = List.of(new Edge("b", "c", null), new Edge("c", "b", null));
        var twoParents = List.of(new Edge("a", "c", null), new Edge("b", "c", null));
        var words = List.of(new Edge("a", "b", "says"), new Edge("a", "c", null));

        for (var edges : List.of(circle, twoParents, words, List.<Edge>of())) {
            assertThat(write(Kind.MIND_MAP, three(), edges, List.of())).contains("flowchart LR\n");
        }
    }

    @Test
    void a_timeline_takes_its_periods_from_the_labels() {
        var nodes =
                List.of(
                        node("a", "2019: Founded: by two", Role.PROCESS, "g"),
                        node("b", "Later", Role.PROCESS, "g", "detail"));

        assertThat(write(Kind.TIMELINE, nodes, List.of(), List.of(new Group("g", "Section"))))
                .endsWith(
                        """
                        timeline
                            section #83;ection
                            2019 : Founded#58; by two
                            Later : detail
                        """);
    }

    @Test
    void a_board_has_a_nameless_column_for_loose_cards() {
        var nodes =
                List.of(
                        node("a", "Card", Role.PROCESS, "g"),
                        node("b", "Loose", Role.PROCESS, null));

        assertThat(write(Kind.KANBAN, nodes, List.of(), List.of(new Group("g", "To do"))))
                .endsWith(
                        """
                        kanban
                            g1["To do"]
                                n1["Card"]
                            loose["#160;"]
                                n2["Loose"]
                        """);
    }

    @Test
    void a_board_with_arrows_is_a_flowchart() {
        var text = write(Kind.KANBAN, three(), tree(), List.of(new Group("g", "Empty")));

        assertThat(text).contains("flowchart LR\n", "subgraph g1[\"Empty\"]\n    end\n");
    }

    @Test
    void a_sequence_keeps_the_order_of_its_messages() {
        var nodes =
                List.of(node("a", "User", Role.ACTOR, null), node("b", "Shop", Role.DATA, null));
        var edges = List.of(new Edge("a", "b", "buy; now"), new Edge("b", "a", null));

        assertThat(write(Kind.SEQUENCE, nodes, edges, List.of()))
                .endsWith(
                        """
                        sequenceDiagram
                            actor n1 as User
                            participant n2 as Shop
                            n1->>n2: buy#59; now
                            n2->>n1:
                        """);
    }

    @Test
    void entities_have_attributes_and_cardinalities() {
        var nodes =
                List.of(
                        node("a", "Customer", Role.DATA, null, "id: uuid PK", "e-mail (private)"),
                        node("b", "Order", Role.DATA, null));

        assertThat(
                        write(
                                Kind.ENTITY_RELATIONSHIP,
                                nodes,
                                List.of(new Edge("a", "b", "many to many")),
                                List.of()))
                .endsWith(
                        """
                        erDiagram
                            n1["Customer"] {
                                uuid id PK
                                field e_mail_private "e-mail (private)"
                            }
                            n2["Order"]
                            n1 }o--o{ n2 : "many to many"
                        """);
    }

    @Test
    void an_org_chart_is_a_flowchart() {
        assertThat(write(Kind.ORG_CHART, three(), tree(), List.of())).contains("flowchart LR\n");
    }

    @Test
    void a_drawing_is_its_shapes_and_what_joins_them() {
        assertThat(new MermaidText().of(Designs.aFlow()))
                .isEqualTo(
                        """
                        ---
                        title: "Login"
                        ---
                        flowchart TD
                            n1["Start"]
                            n2{"Known user?"}
                            n1 --> n2
                        """);
    }

    @Test
    void a_drawing_without_a_word_is_its_title_in_a_box() {
        CanvasObject dot =
                new Circle(
                        new ObjectId("dot"),
                        new Position(0, 0),
                        5,
                        new Paint(Color.TRANSPARENT, Color.TRANSPARENT, 0),
                        null);

        assertThat(new MermaidText().of(new CanvasDesign("Dot", List.of(dot))))
                .endsWith("flowchart TD\n    n1[\"Dot\"]\n");
    }

    @Test
    void a_title_cannot_leave_its_line() {
        var design = Designs.oneBox("a\"\n---\n%%{init}%% <b>");

        assertThat(new MermaidText().of(design).lines().toList().get(1))
                .isEqualTo(
                        "title:"
                            + " \"a\\u0022\\u000A\\u002D\\u002D\\u002D\\u000A\\u0025\\u0025\\u007Binit\\u007D\\u0025\\u0025"
                            + " \\u003Cb\\u003E\"");
    }

    private static List<Node> three() {
        return List.of(
                node("a", "One", Role.PROCESS, null),
                node("b", "Two", Role.PROCESS, null),
                node("c", "Three", Role.PROCESS, null));
    }

    private static List<Edge> tree() {
        return List.of(new Edge("a", "b", null), new Edge("b", "c", null));
    }

    private static Node node(
            String id, String label, Role role, @Nullable String group, String... details) {
        return new Node(id, label, role, group, List.of(details));
    }

    private static String write(Kind kind, List<Node> nodes, List<Edge> edges, List<Group> groups) {
        var diagram = new Diagram("Title", kind, Direction.RIGHT, nodes, edges, groups);
        return new MermaidText().of(new CanvasDesign("Title", Designs.aFlow().objects(), diagram));
    }
}
