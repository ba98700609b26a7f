package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// The database goes away under load and comes back.
final class DatabaseOutageIT {

    private static final Set<Integer> EXPECTED = Set.of(202, 503);

    @TempDir Path home;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void clients_get_503_meanwhile_and_nothing_that_was_acknowledged_is_lost() {
        try (var database = Database.start(home.resolve("postgres"));
                var model = new SlowModel(200);
                var node = Node.start(settings(database, model))) {
            var user = node.client().as("user");
            try (var load = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 8; i++) {
                    load.execute(() -> submitUntilEnough(user));
                }
                Eventually.equal(true, () -> accepted.size() > 50);
                database.stop();
                Eventually.equal(true, () -> statuses.contains(503));
                var down = user.get("/health");
                assertThat(down.status()).isEqualTo(503);
                assertThat(down.body().path("database").asText()).isNotEqualTo("connected");
                assertThat(down.body().toString())
                        .doesNotContain("127.0.0.1", "postgres@", "Exception");
                assertThat(user.text("/metrics"))
                        .contains("aijobs_database_up 0", "aijobs_jobs_created_total{")
                        .contains("aijobs_running ", "jvm_threads_current ")
                        .doesNotContain("aijobs_queue_depth");

                database.startAgain();
                var before = accepted.size();
                Eventually.equal(true, () -> accepted.size() > before + 50);
                enough.set(true);
            }
            assertThat(statuses).isSubsetOf(EXPECTED);
            Eventually.equal(
                    0L,
                    () ->
                            database.count(
                                    "select count(*) from ai_jobs where status <> 'completed'"));
            assertThat(database.query("select cast(id as text) from ai_jobs"))
                    .containsAll(accepted);
            assertThat(
                            database.count(
                                    "select count(*) from ai_job_events where type = 'completed'"))
                    .isEqualTo(database.count("select count(*) from ai_jobs"));
            assertThat(user.get("/health").status()).isEqualTo(200);
        }
    }

    private void submitUntilEnough(Client user) {
        while (!enough.get()) {
            var answer = user.post("/create-canvas", "{\"instructions\": \"a -> b\"}");
            statuses.add(answer.status());
            if (answer.status() == 202) {
                accepted.add(answer.body().path("job_id").asText());
            }
        }
    }

    private Map<String, String> settings(Database database, SlowModel model) {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("MAX_CONCURRENT_JOBS", "50");
        settings.put("WORKER_LEASE", "6");
        settings.put("RATE_LIMIT_CREATE", "1000000/minute");
        settings.put("RATE_LIMIT_READ", "1000000/minute");
        return settings;
    }
}
