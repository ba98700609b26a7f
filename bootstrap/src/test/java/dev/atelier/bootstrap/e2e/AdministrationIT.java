package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// An administrator sees what everybody's jobs do, and calls them off or starts them anew.
final class AdministrationIT {

    @TempDir static Path home;

    private static Database database;
    private static SlowModel model;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() {
        database = Database.start(home.resolve("postgres"));
        model = new SlowModel(60_000);
        one = Node.start(settings());
        other = Node.start(settings());
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        model.close();
        database.close();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("node").toString());
        settings.put("MAX_CONCURRENT_JOBS", "1");
        return settings;
    }

    @Test
    void jobs_of_many_owners_are_cancelled_and_retried_at_once() {
        var root = one.client().asAdministrator();
        var alice = one.client().as("alice");
        var bob = other.client().as("bob");
        var hers = alice.submit("a -> b");
        var his = bob.submit("a -> b");
        Eventually.equal(2, model::listening);
        var waiting = alice.submit("a -> b");

        var workers = root.get("/admin/workers").body().path("workers");
        assertThat(workers).hasSize(2).allMatch(it -> it.path("running").asInt() == 1);
        var cancelled = root.post("/admin/jobs/cancel", "{\"job_type\": \"create_canvas\"}");
        Eventually.equal(0, model::listening);

        assertMoved(cancelled.body(), 3);
        assertThat(alice.status(hers)).isEqualTo("cancelled");
        assertThat(bob.status(his)).isEqualTo("cancelled");
        assertThat(alice.status(waiting)).isEqualTo("cancelled");

        model.take(0);
        assertMoved(root.post("/admin/jobs/retry", "{\"status\": [\"cancelled\"]}").body(), 3);
        for (var job : new String[] {hers, his, waiting}) {
            Eventually.equal(
                    "completed",
                    () -> root.get("/admin/job/" + job).body().path("job").path("status").asText());
        }
        assertThat(root.get("/admin/jobs?status=completed").body().path("jobs")).hasSize(3);
        assertThat(root.get("/admin/job/" + his + "/history").body())
                .isEqualTo(bob.get("/job/" + his + "/history").body());
        assertThat(root.get("/admin/job/" + his + "/history").body().findValuesAsText("type"))
                .containsExactly(
                        "queued", "started", "cancelled", "retried", "started", "completed");
        var provider = root.get("/admin/providers").body().path("providers").get(0);
        assertThat(provider.path("last_hour").path("calls").asInt()).isEqualTo(3);
        assertThat(one.output()).contains("administrator root: retry of 3 jobs");
        assertThat(bob.post("/admin/jobs/cancel", "{\"user_id\": \"alice\"}").status())
                .isEqualTo(403);
    }

    @Test
    void a_user_is_erased_whatever_runs_and_wherever() {
        model.take(60_000);
        var root = one.client().asAdministrator();
        var carol = other.client().as("carol");
        var hers = carol.submit("a -> b");
        var waiting = carol.submit("a -> b");
        Eventually.equal(2, model::listening);

        var erased = root.delete("/admin/users/carol");
        Eventually.equal(0, model::listening);

        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        assertThat(erased.body().path("deleted").path("jobs").asInt()).isEqualTo(2);
        assertThat(carol.get("/jobs").body().path("jobs")).isEmpty();
        assertThat(carol.get("/job/" + hers + "/status").status()).isEqualTo(404);
        assertThat(carol.get("/job/" + waiting + "/status").status()).isEqualTo(404);
        assertThat(root.delete("/admin/users/carol").body().path("deleted").path("jobs").asInt())
                .isZero();
        assertThat(one.output())
                .contains("administrator root: a user was erased, with 2 jobs and 0 canvases");
    }

    private static void assertMoved(JsonNode answer, int jobs) {
        assertThat(answer.path("matched").asInt()).as(answer.toString()).isEqualTo(jobs);
        assertThat(answer.path("done").asInt()).isEqualTo(jobs);
        assertThat(answer.path("more").asBoolean()).isFalse();
    }
}
