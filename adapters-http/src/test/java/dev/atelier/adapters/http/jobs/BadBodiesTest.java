package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/// Bodies that no client should send. Each gets a clear answer, and none reaches the application.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodiesTest {

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
    }

    @AfterAll
    void stop() {
        assertThat(server.application.commands).isEmpty();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    instructions         | {}
                    instructions         | {"instructions": null}
                    instructions         | {"instructions": ""}
                    instructions         | {"instructions": "   "}
                    instructions         | {"instructions": 7}
                    instructions         | {"instructions": true}
                    instructions         | {"instructions": ["x"]}
                    instructions         | {"instructions": {"text": "x"}}
                    instructions         | {"instructions": "a\\u0000b"}
                    instructions         | {"instructions": "\\ud800"}
                    instructions         | {"instructions": "\\udc00\\ud800"}
                    style                | {"instructions": "x", "style": "gothic"}
                    style                | {"instructions": "x", "style": "Modern"}
                    style                | {"instructions": "x", "style": 1}
                    colorScheme          | {"instructions": "x", "colorScheme": "red"}
                    canvas_id            | {"instructions": "x", "canvas_id": "a/b"}
                    canvas_id            | {"instructions": "x", "canvas_id": ""}
                    priority             | {"instructions": "x", "priority": 101}
                    priority             | {"instructions": "x", "priority": "1"}
                    priority             | {"instructions": "x", "priority": 1.5}
                    priority             | {"instructions": "x", "priority": 1e99}
                    priority             | {"instructions": "x", "priority": 99999999999999999999}
                    scheduled_at         | {"instructions": "x", "scheduled_at": "tomorrow"}
                    scheduled_at         | {"instructions": "x", "scheduled_at": "2026-11-23"}
                    scheduled_at         | {"instructions": "x", "scheduled_at": "+999999999-01-01T00:00:00Z"}
                    start_within_seconds | {"instructions": "x", "start_within_seconds": 0}
                    timeout_seconds      | {"instructions": "x", "timeout_seconds": 301}
                    tags                 | {"instructions": "x", "tags": "a"}
                    tags                 | {"instructions": "x", "tags": [1]}
                    tags                 | {"instructions": "x", "tags": [""]}
                    tags                 | {"instructions": "x", "tags": ["1","2","3","4","5","6","7","8","9","10","11"]}
                    webhook_url          | {"instructions": "x", "webhook_url": "http://a.example"}
                    webhook_url          | {"instructions": "x", "webhook_url": "https://localhost"}
                    webhook_url          | {"instructions": "x", "webhook_url": ["https://a.example"]}
                    styel                | {"instructions": "x", "styel": "modern"}
                    """)
    void names_the_wrong_member(String member, String body) {
        var reply = create(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("error").asText()).isEqualTo("Invalid request");
        assertThat(reply.details(member)).as(reply.text()).hasSize(1);
    }

    @Test
    void takes_a_thousand_characters_of_instructions_and_not_one_more() {
        var reply = create("{\"instructions\":\"" + "é".repeat(1001) + "\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details("instructions"))
                .containsExactly("must have at most 1000 characters");
    }

    @Test
    void tells_everything_that_is_wrong_at_once() {
        var reply = create("{\"style\":\"gothic\",\"priority\":\"high\",\"a\":1,\"b\":2}");

        assertThat(reply.json().path("details").fieldNames())
                .toIterable()
                .containsExactly("instructions", "style", "priority", "a", "b");
    }

    @Test
    void survives_half_a_character_in_a_name() {
        assertThat(create("{\"instructions\":\"x\",\"\\ud800\":1}").status()).isEqualTo(400);
        assertThat(create("{\"\\udc00a\":1}").status()).isEqualTo(400);
    }

    @Test
    void can_name_a_member_that_no_text_can_hold() {
        var reply = create("{\"instructions\":\"x\",\"\\u0000y" + "z".repeat(500) + "\":1}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("details").fieldNames())
                .toIterable()
                .as(reply.text())
                .containsExactly("y" + "z".repeat(63) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n instructions: \"x\"}",
                "{\n \"instructions\": \"x",
                "{\n \"instructions\": \"x\"",
                "{\n \"instructions\": \"x\",}",
                "{\n \"instructions\": \"x\"} {}",
                "{\n \"instructions\": \"x\", \"instructions\": \"y\"}",
                "{\n \"instructions\": NaN}",
                "{\n \"instructions\": 'x'}",
                "{\n \"instructions\": \"x\" /* why */}",
                "{\n \"priority\": 01}",
            })
    void tells_where_the_json_breaks(String body) {
        var reply = create(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asText())
                .matches("Malformed JSON at line 2, column [0-9]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "7", "null", " "})
    void wants_a_json_object(String body) {
        var reply = create(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("success").asBoolean()).isFalse();
    }

    @Test
    void refuses_to_go_deep() {
        assertThat(create("{\"a\":".repeat(10_000)).status()).isEqualTo(400);
        assertThat(create("{\"tags\":" + "[".repeat(30_000)).status()).isEqualTo(400);
    }

    @Test
    void refuses_ten_megabytes() {
        assertThat(create("{\"instructions\":\"" + "a".repeat(10_000_000)).status()).isEqualTo(413);
    }

    @Test
    void refuses_what_is_not_utf_8() {
        var latin = "{\"instructions\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        var reply =
                server.send(
                        server.request("/create-canvas", alice)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(latin)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).isEqualTo("The body is not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "application/jsonp",
                ";;;",
            })
    void refuses_another_media_type(String mediaType) {
        var reply =
                server.send(
                        server.request("/create-canvas", alice)
                                .header("Content-Type", mediaType)
                                .POST(BodyPublishers.ofString("{\"instructions\":\"x\"}")));

        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void refuses_a_body_without_a_media_type() {
        var reply =
                server.send(
                        server.request("/create-canvas", alice)
                                .POST(BodyPublishers.ofString("{\"instructions\":\"x\"}")));

        assertThat(reply.status()).isEqualTo(415);
    }

    private Reply create(String body) {
        return server.post("/create-canvas", alice, body);
    }
}
