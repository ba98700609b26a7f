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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreCanvasTest {

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
        server.patch(
                "/canvases/flow",
                alice,
                "{\"version\":1,\"edits\":[{\"op\":\"remove\",\"id\":\"check\"}]}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void answers_with_a_new_version_that_shows_the_older_one() {
        var before = server.get("/canvases/flow?version=1", alice).json().path("canvas");

        var reply = restore("flow", "{\"version\":2,\"restore\":1}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var canvas = reply.json().path("canvas");
        assertThat(canvas.path("version").asInt()).isEqualTo(3);
        assertThat(canvas.path("title")).isEqualTo(before.path("title"));
        assertThat(canvas.path("kind")).isEqualTo(before.path("kind"));
        assertThat(canvas.path("objects")).hasSameSizeAs(before.path("objects"));
        assertThat(reply.text()).isEqualTo(server.get("/canvases/flow", alice).text());
    }

    @Test
    void is_refused_with_the_latest_version_if_another_was_seen() {
        restore("flow", "{\"version\":2,\"restore\":1}");

        var reply = restore("flow", "{\"version\":2,\"restore\":1}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("error").asText()).isEqualTo("Canvas has changed");
        assertThat(reply.json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void knows_no_canvas_that_is_not_there() {
        assertThat(restore("lost", "{\"version\":2,\"restore\":1}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"restore": 1}                           | version | is required
                    {"version": 2}                           | restore | is required
                    {"version": 2, "restore": 0}             | restore | must be at least 1
                    {"version": 2, "restore": 2}             | restore | must be older than version
                    {"version": 2, "restore": 1, "why": "x"} | why     | is not a known member
                    """)
    void says_what_is_wrong_with_a_body(String body, String member, String finding) {
        var reply = restore("flow", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("details").path(member).get(0).asText()).isEqualTo(finding);
    }

    private Reply restore(String canvas, String body) {
        return server.post("/canvases/" + canvas + "/restore", alice, body);
    }
}
