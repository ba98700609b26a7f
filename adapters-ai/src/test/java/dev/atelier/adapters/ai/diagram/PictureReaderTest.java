package dev.atelier.adapters.ai.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Sketch;

import org.junit.jupiter.api.Test;

final class PictureReaderTest {

    private static final String GOOD =
            """
            {"count": 3, "title": "Tea", "kind": "flowchart", "direction": "down", "groups": [],
             "nodes": [{"id": "a", "label": "Boil", "kind": "start", "group": ""},
                       {"id": "b", "label": "Hot?", "kind": "decision", "group": ""},
                       {"id": "c", "label": "Drink", "kind": "end", "group": ""}],
             "edges": [{"from": "a", "to": "b", "text": ""}, {"from": "b", "to": "c", "text": "yes"}],
             "shapes": []}
            """;

    @Test
    void reads_what_the_schema_asks_for() {
        var diagram = diagram(GOOD);

        assertThat(diagram.title()).isEqualTo("Tea");
        assertThat(diagram.kind()).isEqualTo(Kind.FLOWCHART);
        assertThat(diagram.nodes())
                .extracting(Node::role)
                .containsExactly(Role.START, Role.DECISION, Role.END);
        assertThat(diagram.edges())
                .containsExactly(new Edge("a", "b", null), new Edge("b", "c", "yes"));
    }

    @Test
    void finds_the_json_in_a_fence_with_chatter_around_it() {
        assertThat(diagram("Sure {smile}! Here:\n```json\n" + GOOD + "```\nEnjoy."))
                .isEqualTo(diagram(GOOD));
    }

    @Test
    void what_nothing_leads_to_hangs_on_the_centre_of_a_mind_map() {
        var map =
                diagram(
                        """
                        {"kind": "mind_map", "nodes": [{"id": "c", "label": "Fair"},
                         {"id": "a", "label": "Stalls"}, {"id": "a", "label": "Music"}],
                         "edges": [{"from": "c", "to": "a"}]}
                        """);

        assertThat(map.edges())
                .containsExactly(new Edge("c", "a", null), new Edge("c", "a-2", null));
    }

    @Test
    void draws_what_was_complete_before_the_reply_broke_off() {
        var cut = GOOD.substring(0, GOOD.indexOf("\"Drink\"") + 3);

        assertThat(diagram(cut).nodes()).extracting(Node::label).containsExactly("Boil", "Hot?");
    }

    @Test
    void a_reply_cut_at_any_place_is_a_sound_picture_or_nothing() {
        var readable = 0;
        for (int end = 0; end < GOOD.length(); end++) {
            readable += PictureReader.read(GOOD.substring(0, end), "t").isPresent() ? 1 : 0;
        }
        assertThat(readable).isGreaterThan(GOOD.length() / 2);
    }

    @Test
    void drops_edges_to_nowhere_and_renames_what_is_there_twice() {
        var diagram =
                diagram(
                        """
                        {"nodes": [{"id": "a", "label": "One"}, {"id": "a", "label": "Two"},
                                   {"id": "c d/é", "label": "  "}, {"label": "No id"}, 7, null, {}],
                         "edges": [{"from": "a", "to": "zzz"}, {"from": "a", "to": "c d/é"},
                                   {"from": "Two", "to": "No id"}, {"from": "a"}]}
                        """);

        assertThat(diagram.nodes())
                .extracting(Node::id, Node::label)
                .containsExactly(
                        tuple("a", "One"),
                        tuple("a-2", "Two"),
                        tuple("c_d__", "c d/é"),
                        tuple("n1", "No id"));
        assertThat(diagram.edges())
                .containsExactly(new Edge("a", "c_d__", null), new Edge("a-2", "n1", null));
    }

    @Test
    void takes_no_more_than_a_diagram_may_have() {
        var nodes = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            nodes.append("{\"id\": ").append(i).append(", \"label\": \"n").append(i).append("\"},");
        }

        assertThat(diagram("{\"nodes\": [" + nodes + "]}").nodes()).hasSize(Diagram.MAX_NODES);
    }

    @Test
    void keeps_free_shapes_within_the_canvas() {
        var picture =
                PictureReader.read(
                                """
                                {"kind": "drawing", "title": "Sun", "shapes": [
                                  {"id": "s", "shape": "circle", "x": 900, "y": -50, "width": 400, "height": 400},
                                  {"id": "l", "shape": "line", "x": 500, "y": 500, "width": -700, "height": 9e9},
                                  {"id": "t", "shape": "text", "x": 1, "y": 1, "label": ""},
                                  {"id": "h", "shape": "heart", "x": "12", "width": 0}]}
                                """,
                                "t")
                        .orElseThrow();

        assertThat(picture).isInstanceOf(Sketch.class);
        assertThat(((Sketch) picture).forms())
                .extracting(Sketch.Form::id, Sketch.Form::x, Sketch.Form::y)
                .containsExactly(
                        tuple("s", 600.0, 0.0), tuple("l", 500.0, 500.0), tuple("h", 12.0, 0.0));
    }

    @Test
    void a_heading_that_has_a_word_where_a_list_belongs_is_no_hindrance() {
        var reply =
                "{\"kind\":\"flowchart\",\"nodes\":\"two\",\"/edges\":[]}"
                        + "{\"id\":\"a\",\"label\":\"A\"},{\"id\":\"b\",\"label\":\"B\"}"
                        + "{\"from\":\"a\",\"to\":\"b\"}";

        assertThat(diagram(reply).nodes()).hasSize(2);
        assertThat(diagram(reply).edges()).hasSize(1);
    }

    @Test
    void nothing_comes_of_a_reply_without_a_picture() {
        assertThat(PictureReader.read("I cannot do that.", "t")).isEmpty();
        assertThat(PictureReader.read("{}", "t")).isEmpty();
        assertThat(PictureReader.read("{\"nodes\": []}", "t")).isEmpty();
        assertThat(PictureReader.read("[1, 2]", "t")).isEmpty();
        assertThat(PictureReader.read("{".repeat(100_000), "t")).isEmpty();
        assertThat(PictureReader.read("{\"nodes\":" + "[".repeat(100_000), "t")).isEmpty();
    }

    private static Diagram diagram(String reply) {
        return (Diagram) PictureReader.read(reply, "Untitled").orElseThrow();
    }
}
