package dev.atelier.adapters.http.canvases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The list of canvases, and what is deleted from it.
class CanvasesTest {

    private TestServer server;
    private String alice;

    @BeforeEach
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
        List.of("a", "b", "c")
                .forEach(name -> server.canvases.add(Jobs.ALICE, name, Designs.aFlow()));
        server.canvases.add(Jobs.BOB, "bobs", Designs.aFlow());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void lists_own_canvases_without_their_objects() {
        var reply = server.get("/canvases", alice);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(ids(reply.json())).containsExactly("a", "b", "c");
        assertThat(reply.json().path("next_cursor").isNull()).isTrue();
        var first = reply.json().path("canvases").get(0);
        assertThat(first.path("title").asText()).isEqualTo("Login");
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("kind").isNull()).isTrue();
        assertThat(first.path("object_count").asInt()).isEqualTo(3);
        assertThat(first.path("created_at").asText()).isEqualTo("2026-11-23T12:00:00.000001Z");
        assertThat(first.path("updated_at").asText()).isEqualTo("2026-11-23T12:00:00.000001Z");
        assertThat(first.has("objects")).isFalse();
    }

    @Test
    void the_cursor_of_one_page_leads_to_the_next() {
        var first = server.get("/canvases?limit=2", alice).json();
        var cursor = first.path("next_cursor").asText();

        var second = server.get("/canvases?limit=2&cursor=" + cursor, alice).json();

        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(ids(second)).containsExactly("c");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void a_cursor_keeps_the_time_and_the_id_of_a_canvas() {
        var place = server.canvases.page(Jobs.ALICE, null, 1).canvases().getFirst().place();

        assertThat(Cursor.parse(Cursor.of(place))).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, limit=0",
        "limit, limit=101",
        "limit, limit=ten",
        "cursor, cursor=nonsense",
        "cursor, cursor=%00",
        "cursor, cursor=AAAA",
    })
    void names_a_parameter_that_is_wrong(String name, String query) {
        var reply = server.get("/canvases?" + query, alice);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details(name)).as(reply.text()).hasSize(1);
    }

    @Test
    void refuses_a_cursor_that_somebody_made_up() {
        assertThat(listedFrom(0, "a")).isEqualTo(200);

        assertThat(listedFrom(-1, "a")).isEqualTo(400);
        assertThat(listedFrom(Long.MAX_VALUE, "a")).isEqualTo(400);
        assertThat(listedFrom(0, "")).isEqualTo(400);
        assertThat(listedFrom(0, "a/b")).isEqualTo(400);
        assertThat(listedFrom(0, "a".repeat(101))).isEqualTo(400);
    }

    @Test
    void a_deleted_canvas_is_gone_and_nothing_else_is() {
        var deleted = server.delete("/canvases/b", alice);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(server.get("/canvases/b", alice).status()).isEqualTo(404);
        assertThat(server.delete("/canvases/b", alice).status()).isEqualTo(404);
        assertThat(ids(server.get("/canvases", alice).json())).containsExactly("a", "c");
    }

    @Test
    void nobody_deletes_what_belongs_to_somebody_else() {
        var bob = server.tokenOf("bob");

        assertThat(server.delete("/canvases/a", bob).status()).isEqualTo(404);

        assertThat(server.get("/canvases/a", alice).status()).isEqualTo(200);
        assertThat(ids(server.get("/canvases", bob).json())).containsExactly("bobs");
    }

    private int listedFrom(long micros, String id) {
        var bytes =
                ByteBuffer.allocate(Long.BYTES + id.length())
                        .putLong(micros)
                        .put(id.getBytes(StandardCharsets.US_ASCII));
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        return server.get("/canvases?cursor=" + cursor, alice).status();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("canvases").valueStream().map(it -> it.path("id").asText()).toList();
    }
}
