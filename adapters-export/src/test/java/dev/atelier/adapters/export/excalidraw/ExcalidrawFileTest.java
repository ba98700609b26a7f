package dev.atelier.adapters.export.excalidraw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.adapters.export.Labels;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.testkit.Designs;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;

final class ExcalidrawFileTest {

    private final ExcalidrawFile excalidraw = new ExcalidrawFile();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_file_names_its_format() throws Exception {
        var file = json.readTree(excalidraw.of(Designs.aFlow()));

        assertThat(file.path("type").asText()).isEqualTo("excalidraw");
        assertThat(file.path("version").asInt()).isEqualTo(2);
        assertThat(file.path("source").isTextual()).isTrue();
        assertThat(file.path("appState").isObject()).isTrue();
        assertThat(file.path("files").isObject()).isTrue();
    }

    @Test
    void an_arrow_and_its_shapes_know_each_other() throws Exception {
        var elements = elements(Designs.aFlow());
        var arrow = element(elements, "next");

        assertThat(arrow.path("startBinding").toString())
                .isEqualTo("{\"elementId\":\"start\",\"focus\":0,\"gap\":1}");
        assertThat(arrow.path("endBinding").path("elementId").asText()).isEqualTo("check");
        assertThat(arrow.path("points").toString()).isEqualTo("[[0,0],[0,100]]");
        assertThat(arrow.path("x").asInt()).isEqualTo(180);
        assertThat(arrow.path("y").asInt()).isEqualTo(140);
        assertThat(element(elements, "check").path("boundElements").toString())
                .isEqualTo(
                        "[{\"type\":\"text\",\"id\":\"check/label\"},{\"type\":\"arrow\",\"id\":\"next\"}]");
    }

    @Test
    void a_label_is_bound_to_its_shape_and_comes_right_after_it() throws Exception {
        var elements = elements(Designs.aFlow());

        assertThat(elements.get(1).path("id").asText()).isEqualTo("start/label");
        assertThat(elements.get(1).path("containerId").asText()).isEqualTo("start");
        assertThat(elements.get(1).path("text").asText()).isEqualTo("Start");
    }

    @Test
    void a_star_is_a_closed_line_held_by_its_label() throws Exception {
        var elements =
                elements(
                        new CanvasDesign(
                                "Star",
                                List.of(
                                        Designs.box("a", Outline.STAR, 0, 0, "Star"),
                                        Designs.box("b", Outline.RECTANGLE, 0, 300, "Box"),
                                        Designs.arrow("c", "b", "a"))));
        var star = element(elements, "a");

        assertThat(star.path("type").asText()).isEqualTo("line");
        assertThat(star.path("points").get(10)).isEqualTo(star.path("points").get(0));
        assertThat(star.path("groupIds"))
                .isEqualTo(element(elements, "a/label").path("groupIds"))
                .hasSize(1);
        assertThat(element(elements, "c").path("endBinding").path("elementId").asText())
                .isEqualTo("a/label");
    }

    @Test
    void a_bound_line_is_an_arrow_without_heads_and_a_loose_one_a_line() throws Exception {
        var bound = elements(line("start", new Position(0, 0), new Position(5, 5)));
        var loose = elements(line(null, new Position(0, 0), new Position(5, 5)));

        assertThat(element(bound, "line").path("type").asText()).isEqualTo("arrow");
        assertThat(element(bound, "line").path("endArrowhead").isNull()).isTrue();
        assertThat(element(loose, "line").path("type").asText()).isEqualTo("line");
    }

    @Test
    void what_excalidraw_would_throw_away_is_not_written() throws Exception {
        var elements = elements(line("start", new Position(1, 1), new Position(1.001, 1)));

        assertThat(elements).noneMatch(it -> it.path("id").asText().equals("line"));
        assertThat(element(elements, "start").path("boundElements"))
                .noneMatch(it -> it.path("id").asText().equals("line"));
    }

    @Test
    void no_id_is_used_twice_and_every_number_is_whole_or_short() throws Exception {
        var elements = elements(Designs.ofEveryKind());
        var ids = new HashSet<String>();

        assertThat(elements)
                .allSatisfy(it -> assertThat(ids.add(it.path("id").asText())).isTrue())
                .allSatisfy(it -> assertThat(it.path("seed").asInt()).isPositive())
                .allSatisfy(
                        it ->
                                assertThat(it.path("x").decimalValue().scale())
                                        .isLessThanOrEqualTo(2));
    }

    @Property(tries = 300)
    void any_label_comes_back_line_by_line(@ForAll("labels") String label) throws Exception {
        var design =
                new CanvasDesign(
                        "Any", List.of(Designs.box("box", Outline.RECTANGLE, 0, 0, label)));

        assertThat(element(elements(design), "box/label").path("text").asText())
                .isEqualTo(String.join("\n", label.lines().toList()));
    }

    @Provide
    Arbitrary<String> labels() {
        return Labels.any();
    }

    private static CanvasDesign line(@Nullable String from, Position... points) {
        CanvasObject line =
                new Connector(
                        new ObjectId("line"),
                        Ending.LINE,
                        List.of(points),
                        new Color("#000000"),
                        1,
                        from == null ? null : new ObjectId(from),
                        null);
        return new CanvasDesign(
                "Line", List.of(line, Designs.box("start", Outline.DIAMOND, 9, 9, "Start")));
    }

    private JsonNode elements(CanvasDesign design) throws Exception {
        return json.readTree(excalidraw.of(design)).path("elements");
    }

    private static JsonNode element(JsonNode elements, String id) {
        for (var element : elements) {
            if (element.path("id").asText().equals(id)) {
                return element;
            }
        }
        throw new AssertionError("no element " + id);
    }
}
