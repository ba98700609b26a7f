package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// What an administrator pauses at one node, no node begins, also not one that starts later.
final class PauseIT {

    @TempDir static Path home;

    @Test
    void work_waits_while_it_is_paused_and_goes_on_by_itself() {
        try (var database = Database.start(home.resolve("postgres"));
                var one = Node.start(settings(database))) {
            var root = one.client().asAdministrator();
            var paused = root.post("/admin/pause", "{\"reason\": \"over budget\"}");
            assertThat(paused.status()).isEqualTo(200);

            try (var later = Node.start(settings(database))) {
                var alice = later.client().as("alice");
                var job = alice.submit("a -> b");
                var waiting = alice.job(job);
                assertThat(waiting.path("status").asText()).isEqualTo("queued");
                assertThat(waiting.path("waiting").path("reason").asText())
                        .isEqualTo("provider_paused");
                assertThat(root.get("/admin/pauses").body().path("pauses").get(0).path("by"))
                        .hasToString("\"root\"");

                var resumed = root.post("/admin/resume", "{}");
                assertThat(resumed.body().path("pauses")).isEmpty();

                Eventually.equal("completed", () -> alice.status(job));
                assertThat(alice.job(job).path("attempts")).hasSize(1);
            }
        }
    }

    private static Map<String, String> settings(Database database) {
        return Map.of(
                "DATABASE_URL", database.url(),
                "DATA_DIR", home.resolve("node").toString());
    }
}
