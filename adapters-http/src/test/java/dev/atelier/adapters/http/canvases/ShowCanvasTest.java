package dev.atelier.adapters.http.canvases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.adapters.http.FakeCanvases;
import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowCanvasTest {

    private static final String MOVE =
            """
            {"version": 1, "edits": [{"op": "move", "id": "start", "x": 500, "y": 80}]}
            """;

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
        server.canvases.add(Jobs.ALICE, "flow", Designs.aFlow());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void tells_all_that_is_on_it() {
        var reply = server.get("/canvases/flow", alice);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(reply.header("vary")).contains("Accept");
        assertThat(reply.headers()).doesNotContainKey("content-disposition");
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        var canvas = reply.json().path("canvas");
        assertThat(canvas.path("id").asText()).isEqualTo("flow");
        assertThat(canvas.path("title").asText()).isEqualTo("Login");
        assertThat(canvas.path("version").asInt()).isEqualTo(1);
        assertThat(canvas.path("kind").isNull()).isTrue();
        assertThat(canvas.path("updated_at").asText()).isEqualTo("2026-11-23T12:00:00.000001Z");
        var box = canvas.path("objects").get(0);
        assertThat(box.path("canvas_id").asText()).isEqualTo("flow");
        assertThat(box.path("object_type").asText()).isEqualTo("rectangle");
        assertThat(box.path("properties").path("text").asText()).isEqualTo("Start");
        assertThat(box.path("created_by").asText()).isEqualTo("alice");
        assertThat(box.has("pinned")).isFalse();
        assertThat(canvas.path("objects").get(2).path("z_index").asInt()).isEqualTo(2);
    }

    @Test
    void names_the_kind_of_diagram_it_shows() {
        var node = new Node("one", "One", Role.PROCESS, null, List.of());
        var diagram =
                new Diagram(
                        "Map", Kind.MIND_MAP, Direction.DOWN, List.of(node), List.of(), List.of());
        var box = Designs.box("one", Outline.RECTANGLE, 0, 0, "One");
        server.canvases.add(Jobs.BOB, "map", new CanvasDesign("Map", List.of(box), diagram));
        var bob = server.tokenOf("bob");

        var shown = server.get("/canvases/map", bob).json().path("canvas");
        var listed = server.get("/canvases", bob).json().path("canvases").get(0);

        assertThat(shown.path("kind").asText()).isEqualTo("mind_map");
        assertThat(listed.path("kind").asText()).isEqualTo("mind_map");
    }

    @Test
    void shows_an_older_version_if_asked() {
        server.canvases.add(Jobs.ALICE, "old", Designs.aFlow());
        server.patch("/canvases/old", alice, MOVE);

        var first = server.get("/canvases/old?version=1", alice).json().path("canvas");
        var second = server.get("/canvases/old", alice).json().path("canvas");

        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(x(first.path("objects").get(0).path("properties"))).isEqualTo(100);
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(x(second.path("objects").get(0).path("properties"))).isEqualTo(500);
        assertThat(second.path("objects").get(0).path("pinned").asBoolean()).isTrue();
        assertThat(second.path("objects").get(1).has("pinned")).isFalse();
        assertThat(server.get("/canvases/old?version=1&format=svg", alice).text()).endsWith(" 1");
        assertThat(server.get("/canvases/old?version=3", alice).status()).isEqualTo(404);
        assertThat(server.get("/canvases/old?version=3&format=svg", alice).status()).isEqualTo(404);
    }

    @Test
    void is_a_304_for_who_has_it_already_in_that_form() {
        var json = server.get("/canvases/flow", alice).header("etag");
        var svg = server.get("/canvases/flow?format=svg", alice).header("etag");

        assertThat(conditional("/canvases/flow", json).status()).isEqualTo(304);
        assertThat(conditional("/canvases/flow", json).text()).isEmpty();
        assertThat(conditional("/canvases/flow", svg).status()).isEqualTo(200);
        assertThat(conditional("/canvases/flow?format=svg", svg).status()).isEqualTo(304);
        assertThat(conditional("/canvases/flow?format=svg", svg).header("etag")).isEqualTo(svg);
    }

    @ParameterizedTest
    @CsvSource({
        "svg, image/svg+xml, flow.svg",
        "excalidraw, application/vnd.excalidraw+json, flow.excalidraw",
        "mermaid, text/vnd.mermaid; charset=utf-8, flow.mmd",
    })
    void is_a_document_in_the_format_of_the_query(String format, String mediaType, String file) {
        var reply = server.get("/canvases/flow?format=" + format, alice);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains(FakeCanvases.DRAWING + " 1");
        assertThat(reply.header("content-type")).isEqualTo(mediaType);
        assertThat(reply.header("content-disposition"))
                .isEqualTo("inline; filename=\"" + file + "\"");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void is_an_svg_that_may_run_and_load_nothing() {
        var svg = server.get("/canvases/flow?format=svg", alice);
        var mermaid = server.get("/canvases/flow?format=mermaid", alice);

        assertThat(svg.header("content-security-policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(mermaid.headers()).doesNotContainKey("content-security-policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/json                            | application/json
                    */*                                         | application/json
                    application/*                               | application/json
                    image/svg+xml                               | image/svg+xml
                    IMAGE/SVG+XML; charset=utf-8                | image/svg+xml
                    image/avif,image/webp,image/*;q=0.5         | image/svg+xml
                    image/svg+xml, application/json             | application/json
                    application/json;q=0.5, image/svg+xml       | image/svg+xml
                    application/json;q=0.5, image/svg+xml;q=0.4 | application/json
                    application/json;q=0, */*;q=0.1             | image/svg+xml
                    text/html, */*;q=0.8                        | application/json
                    application/json;q=high, image/svg+xml      | image/svg+xml
                    """)
    void is_in_the_form_that_the_client_likes_best(String accept, String mediaType) {
        var reply = accepting(accept, "/canvases/flow");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "image/png", "application/json;q=0", "nonsense", ";;,", "*"})
    void is_a_406_if_the_client_likes_none(String accept) {
        var reply = accepting(accept, "/canvases/flow");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.json().path("detail").asText())
                .isEqualTo("There is application/json and image/svg+xml only");
    }

    @Test
    void prefers_the_query_to_the_header() {
        var reply = accepting("text/html", "/canvases/flow?format=svg");

        assertThat(reply.header("content-type")).isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @CsvSource({
        "format, format=png",
        "format, format=SVG",
        "version, version=0",
        "version, version=-1",
        "version, version=two",
        "version, version=99999999999",
    })
    void names_a_parameter_that_is_wrong(String name, String query) {
        var reply = server.get("/canvases/flow?" + query, alice);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details(name)).as(reply.text()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "a.b", "%00", "a%20b"})
    void is_a_404_if_there_is_none_of_this_name(String name) {
        var reply = server.get("/canvases/" + name, alice);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("error").asText()).isEqualTo("Canvas not found");
    }

    @Test
    void is_not_found_by_a_name_that_leads_elsewhere() {
        assertThat(server.get("/canvases/..%2f..%2fetc", alice).status()).isEqualTo(404);
        assertThat(server.get("/canvases/" + "a".repeat(101), alice).status()).isEqualTo(404);
    }

    @Test
    void is_nobody_elses() {
        var bob = server.tokenOf("bob");

        for (var query : List.of("", "?version=1", "?format=svg", "?format=mermaid")) {
            assertThat(server.get("/canvases/flow" + query, bob).status()).isEqualTo(404);
        }
    }

    private Reply conditional(String path, String tag) {
        return server.send(server.request(path, alice).header("If-None-Match", tag).GET());
    }

    private Reply accepting(String accept, String path) {
        return server.send(server.request(path, alice).header("Accept", accept).GET());
    }

    private static double x(JsonNode properties) {
        return properties.path("x").asDouble();
    }
}
