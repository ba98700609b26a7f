package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;

/// Who waits sees the canvas grow.
final class GrowingIT {

    @TempDir Path home;

    @Test
    void a_canvas_is_seen_before_half_of_the_stream_has_arrived() {
        try (var model = new HalfwayModel()) {
            var settings = new HashMap<>(model.settings());
            settings.put("DATA_DIR", home.toString());
            try (var node = Node.start(settings)) {
                var user = node.client().as("user");
                var id = user.submit("a -> b");

                Eventually.equal(
                        "Start",
                        () ->
                                user.get("/job/" + id + "/preview")
                                        .body()
                                        .at("/canvas/objects")
                                        .findPath("text")
                                        .asText());
                assertThat(user.job(id).path("progress").asInt()).isBetween(1, 99);
                assertThat(user.status(id)).isEqualTo("processing");

                model.goOn();

                Eventually.equal("completed", () -> user.status(id));
                assertThat(user.get("/job/" + id + "/result").body().findValuesAsText("text"))
                        .contains("Start", "Work", "End");
            }
        }
    }
}
