package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// SIGTERM in the middle of a job, as every deployment sends it.
final class OrderlyStopIT {

    @TempDir Path home;

    @Test
    void an_unfinished_job_goes_back_without_spending_an_attempt_and_all_ends_within_the_grace() {
        try (var database = Database.start(home.resolve("postgres"));
                var model = new SlowModel(60_000)) {
            String id;
            try (var node = Node.start(settings(database, model))) {
                var user = node.client().as("user");
                id = user.submit("a -> b");
                Eventually.equal(1, model::listening);

                var askedToStop = System.nanoTime();
                node.terminate();
                node.awaitExit();
                assertThat(Duration.ofNanos(System.nanoTime() - askedToStop))
                        .isLessThan(Duration.ofSeconds(4));
            }
            Eventually.equal(0, model::listening);
            assertThat(database.query("select status || ' ' || retry_count from ai_jobs"))
                    .containsExactly("queued 0");
            assertThat(database.count("select count(*) from workers")).isZero();

            model.take(50);
            try (var next = Node.start(settings(database, model))) {
                var user = next.client().as("user");
                Eventually.equal("completed", () -> user.status(id));
                assertThat(user.job(id).path("retry_count").asInt(-1)).isZero();
            }
        }
    }

    private Map<String, String> settings(Database database, SlowModel model) {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        return settings;
    }
}
