package dev.atelier.adapters.http.canvases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditCanvasTest {

    private static final String MOVE =
            edits("{\"op\":\"move\",\"id\":\"start\",\"x\":1,\"y\":2.5}");

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
    }

    @BeforeEach
    void reset() {
        server.canvases.add(Jobs.ALICE, "flow", Designs.aFlow());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void makes_all_edits_in_their_order_and_answers_with_the_next_version() {
        var reply =
                edit(
                        """
                        {"version": 1, "edits": [
                          {"op": "move", "id": "start", "x": 1, "y": -2.5},
                          {"op": "relabel", "id": "start", "text": "Go\\nnow"},
                          {"op": "remove", "id": "check"}]}
                        """);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var canvas = reply.json().path("canvas");
        assertThat(canvas.path("version").asInt()).isEqualTo(2);
        assertThat(canvas.path("updated_at").asText()).isEqualTo("2026-11-23T12:01:00.000001Z");
        assertThat(canvas.path("objects")).hasSize(1);
        var left = canvas.path("objects").get(0);
        assertThat(left.path("pinned").asBoolean()).isTrue();
        assertThat(left.path("properties").path("x").asDouble()).isEqualTo(1);
        assertThat(left.path("properties").path("y").asDouble()).isEqualTo(-2.5);
        assertThat(left.path("properties").path("text").asText()).isEqualTo("Go\nnow");
        assertThat(reply.text()).isEqualTo(server.get("/canvases/flow", alice).text());
    }

    @Test
    void is_refused_with_the_latest_version_if_another_was_seen() {
        edit(MOVE);

        var reply = edit(MOVE);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("error").asText()).isEqualTo("Canvas has changed");
        assertThat(reply.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void makes_none_of_the_edits_if_one_names_what_is_not_there() {
        var reply =
                edit(
                        edits(
                                """
                                {"op": "remove", "id": "start"}, {"op": "remove", "id": "lost"}
                                """));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details("edits")).containsExactly("there is no object lost");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void says_what_cannot_be_done_to_an_object() {
        var moved = edit(edits("{\"op\":\"move\",\"id\":\"next\",\"x\":1,\"y\":1}"));
        var emptied = edit(edits(remove("start") + "," + remove("check")));

        assertThat(moved.details("edits")).containsExactly("line next moves with its shapes");
        assertThat(emptied.details("edits")).containsExactly("nothing would be left on the canvas");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    version       | {"edits": [{"op": "remove", "id": "a"}]}
                    version       | {"version": 0, "edits": [{"op": "remove", "id": "a"}]}
                    version       | {"version": 1.5, "edits": [{"op": "remove", "id": "a"}]}
                    version       | {"version": "1", "edits": [{"op": "remove", "id": "a"}]}
                    edits         | {"version": 1}
                    edits         | {"version": 1, "edits": null}
                    edits         | {"version": 1, "edits": []}
                    edits         | {"version": 1, "edits": {}}
                    edits[0]      | {"version": 1, "edits": ["remove"]}
                    edits[0]      | {"version": 1, "edits": [null]}
                    edits[0].op   | {"version": 1, "edits": [{"id": "a"}]}
                    edits[0].op   | {"version": 1, "edits": [{"op": "paint", "id": "a", "color": 1}]}
                    edits[0].op   | {"version": 1, "edits": [{"op": "MOVE", "id": "a", "x": 1}]}
                    edits[0].op   | {"version": 1, "edits": [{"op": 1, "id": "a"}]}
                    edits[0].id   | {"version": 1, "edits": [{"op": "remove"}]}
                    edits[0].id   | {"version": 1, "edits": [{"op": "remove", "id": "a/b"}]}
                    edits[0].x    | {"version": 1, "edits": [{"op": "move", "id": "a", "y": 1}]}
                    edits[0].x    | {"version": 1, "edits": [{"op": "move", "id": "a", "x": "1", "y": 1}]}
                    edits[0].x    | {"version": 1, "edits": [{"op": "move", "id": "a", "x": 1000001, "y": 1}]}
                    edits[0].x    | {"version": 1, "edits": [{"op": "move", "id": "a", "x": 1e999, "y": 1}]}
                    edits[0].y    | {"version": 1, "edits": [{"op": "move", "id": "a", "x": 1, "y": true}]}
                    edits[0].y    | {"version": 1, "edits": [{"op": "move", "id": "a", "x": 1, "y": -1e300}]}
                    edits[0].text | {"version": 1, "edits": [{"op": "relabel", "id": "a"}]}
                    edits[0].text | {"version": 1, "edits": [{"op": "relabel", "id": "a", "text": " "}]}
                    edits[0].text | {"version": 1, "edits": [{"op": "relabel", "id": "a", "text": "\\u0000"}]}
                    edits[0].x    | {"version": 1, "edits": [{"op": "remove", "id": "a", "x": 1}]}
                    why           | {"version": 1, "edits": [{"op": "remove", "id": "a"}], "why": "x"}
                    """)
    void names_the_wrong_member(String member, String body) {
        var reply = edit(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("details").fieldNames())
                .toIterable()
                .as(reply.text())
                .containsExactly(member);
        assertThat(reply.details(member)).hasSize(1);
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void names_everything_that_is_wrong_at_once() {
        var reply =
                edit(
                        """
                        {"version": 0, "edits": [
                          {"op": "remove", "id": "a"},
                          {"op": "move", "id": "a b", "x": "left"},
                          7,
                          {"op": "relabel", "id": "a", "text": "", "size": 3}]}
                        """);

        assertThat(reply.json().path("details").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "version",
                        "edits[1].id",
                        "edits[1].x",
                        "edits[1].y",
                        "edits[2]",
                        "edits[3].text",
                        "edits[3].size");
    }

    @Test
    void takes_five_hundred_edits_and_not_one_more() {
        var one = "{\"op\":\"move\",\"id\":\"start\",\"x\":1,\"y\":2}";
        var most = String.join(",", Collections.nCopies(500, one));

        var tooMany = edit(edits(most + "," + one));
        var good = edit(edits(most));

        assertThat(tooMany.details("edits")).containsExactly("must be a list of 1 to 500 objects");
        assertThat(good.status()).as(good.text()).isEqualTo(200);
    }

    @Test
    void takes_a_label_of_two_thousand_characters_and_not_one_more() {
        assertThat(edit(relabel("é".repeat(2001))).details("edits[0].text")).hasSize(1);
        assertThat(edit(relabel("é".repeat(2000))).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_body_that_is_too_large_or_not_json() {
        var plain =
                server.send(
                        server.request("/canvases/flow", alice)
                                .header("Content-Type", "text/plain")
                                .method("PATCH", BodyPublishers.ofString(MOVE)));

        assertThat(edit(relabel("a".repeat(70_000))).status()).isEqualTo(413);
        assertThat(edit("").status()).isEqualTo(400);
        assertThat(edit("[]").status()).isEqualTo(400);
        assertThat(plain.status()).isEqualTo(415);
    }

    @Test
    void is_for_the_owner_only() {
        var bob = server.tokenOf("bob");

        assertThat(server.patch("/canvases/flow", bob, MOVE).status()).isEqualTo(404);
        assertThat(server.patch("/canvases/none", alice, MOVE).status()).isEqualTo(404);
        assertThat(server.patch("/canvases/a.b", alice, MOVE).status()).isEqualTo(404);
        assertThat(version()).isEqualTo(1);
    }

    private Reply edit(String body) {
        return server.patch("/canvases/flow", alice, body);
    }

    private int version() {
        return server.get("/canvases/flow", alice).json().path("canvas").path("version").asInt();
    }

    private static String edits(String edits) {
        return "{\"version\":1,\"edits\":[" + edits + "]}";
    }

    private static String remove(String id) {
        return "{\"op\":\"remove\",\"id\":\"" + id + "\"}";
    }

    private static String relabel(String text) {
        return edits("{\"op\":\"relabel\",\"id\":\"start\",\"text\":\"" + text + "\"}");
    }
}
