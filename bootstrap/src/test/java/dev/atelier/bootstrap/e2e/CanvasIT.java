package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;

/// A canvas over its life: drawn, moved by hand, changed by instruction, taken along, deleted.
final class CanvasIT {

    @TempDir static Path home;

    private static Node node;
    private static Client user;

    @BeforeAll
    static void start() {
        node = Node.start(Map.of("DATA_DIR", home.toString()));
        user = node.client().as("owner");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static String drawn(String instructions) {
        var answer =
                user.post(
                        "/create-canvas/sync",
                        "{\"instructions\": \"%s\"}".formatted(instructions));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("canvas").path("id").asText();
    }

    private static String modify(String canvas, String instructions) {
        var answer =
                user.post(
                        "/modify-canvas",
                        "{\"canvas_id\": \"%s\", \"instructions\": \"%s\"}"
                                .formatted(canvas, instructions));
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().path("job_id").asText();
    }

    private static JsonNode canvas(String id) {
        return user.get("/canvases/" + id).body().path("canvas");
    }

    private static JsonNode labelled(JsonNode canvas, String text) {
        return StreamSupport.stream(canvas.path("objects").spliterator(), false)
                .filter(object -> object.path("properties").path("text").asText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_instruction_changes_it_and_what_its_owner_moved_stays_in_its_place() {
        var id = drawn("Shop -> Cart -> Ship");
        var cart = labelled(canvas(id), "Cart");
        var moved =
                user.patch(
                        "/canvases/" + id,
                        """
                        {"version": 1, "edits": [{"op": "move", "id": "%s", "x": 40, "y": 900}]}
                        """
                                .formatted(cart.path("id").asText()));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);

        var job = modify(id, "add Pay after Cart");
        Eventually.equal("completed", () -> user.status(job));

        var changed = canvas(id);
        assertThat(changed.path("version").asInt()).isEqualTo(3);
        var kept = labelled(changed, "Cart");
        assertThat(kept.path("pinned").asBoolean()).isTrue();
        assertThat(kept.path("properties").path("x").asDouble()).isEqualTo(40);
        assertThat(kept.path("properties").path("y").asDouble()).isEqualTo(900);
        assertThat(labelled(changed, "Pay").path("id").asText()).isNotBlank();
        assertThat(user.job(job).path("job_type").asText()).isEqualTo("modify_canvas");
        var first = user.get("/canvases/" + id + "?version=1").body().path("canvas");
        assertThat(labelled(first, "Cart")).isEqualTo(cart);
    }

    @Test
    void a_change_that_is_not_understood_fails_with_words_to_act_on() {
        var job = modify(drawn("a -> b"), "make it pop");

        Eventually.equal("failed", () -> user.status(job));

        assertThat(user.job(job).path("error_message").asText()).contains("add … after …");
    }

    @Test
    void it_can_be_taken_along_in_every_form() {
        var id = drawn("Shop -> Cart -> Ship");

        assertThat(user.text("/canvases/" + id + "?format=svg"))
                .startsWith("<svg")
                .contains("Cart");
        assertThat(user.text("/canvases/" + id + "?format=mermaid")).contains("flowchart", "Cart");
        assertThat(user.get("/canvases/" + id + "?format=excalidraw").body().path("type").asText())
                .isEqualTo("excalidraw");
    }

    @Test
    void it_is_listed_until_it_is_deleted_and_outlives_its_job() {
        var id = drawn("one -> two");
        var stranger = node.client().as("stranger");
        assertThat(stranger.get("/canvases/" + id).status()).isEqualTo(404);
        assertThat(stranger.delete("/canvases/" + id).status()).isEqualTo(404);
        var job = user.get("/jobs").body().path("jobs").path(0).path("id").asText();
        assertThat(user.delete("/job/" + job).status()).isEqualTo(204);
        assertThat(user.get("/canvases").body().path("canvases").findValuesAsText("id"))
                .contains(id);

        assertThat(user.delete("/canvases/" + id).status()).isEqualTo(204);

        assertThat(user.get("/canvases/" + id).status()).isEqualTo(404);
        assertThat(user.get("/canvases").body().path("canvases").findValuesAsText("id"))
                .doesNotContain(id);
    }
}
