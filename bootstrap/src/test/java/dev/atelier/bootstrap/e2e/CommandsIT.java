package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The jar, asked for one thing at a time.
final class CommandsIT {

    @TempDir static Path home;

    private static Database database;

    @BeforeAll
    static void startDatabase() {
        database = Database.start(home.resolve("postgres"));
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "--fast", "serve --fast", "migrate now", "--version --help"})
    void what_makes_no_sense_is_said_in_one_line_and_ends_with_2(String arguments) {
        try (var node = Node.run(Map.of(), arguments.split(" ", -1))) {
            assertThat(node.awaitExit()).isEqualTo(2);
            assertThat(node.output().lines()).singleElement().asString().contains("--help");
        }
    }

    @Test
    void help_names_every_command_and_needs_no_setting() {
        try (var node = Node.run(Map.of("PORT", "eighty"), "--help")) {
            assertThat(node.awaitExit()).isZero();
            assertThat(node.output())
                    .contains("serve", "worker", "api", "migrate", "--version", "--help");
        }
    }

    @Test
    void the_version_is_one_line() {
        try (var node = Node.run(Map.of(), "--version")) {
            assertThat(node.awaitExit()).isZero();
            assertThat(node.output()).matches("Atelier \\d+\\.\\d+\\.\\d+.*");
        }
    }

    @Test
    void migrate_brings_the_tables_up_to_date_and_ends() {
        database.execute("create database fresh");
        var url = database.url().replaceAll("/postgres$", "/fresh");
        var onlyWhatItNeeds = Map.of("DATABASE_URL", url, "APP_ENV", "production");

        assertThat(migrated(onlyWhatItNeeds)).contains("version", "migrations");
        assertThat(migrated(onlyWhatItNeeds)).contains("already");
        assertThat(migrated(Map.of("DATA_DIR", home.resolve("embedded").toString())))
                .contains("migrations");
    }

    private static String migrated(Map<String, String> variables) {
        try (var node = Node.run(variables, "migrate")) {
            assertThat(node.awaitExit()).as(node.output()).isZero();
            assertThat(node.output().lines()).hasSize(1);
            return node.output();
        }
    }

    @Test
    void migrate_says_in_one_line_what_keeps_it_from_it() {
        var nowhere = Map.of("DATABASE_URL", "postgresql://a:secret@127.0.0.1:1/db");
        try (var node = Node.run(nowhere, "migrate")) {
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output().lines()).hasSize(1);
            assertThat(node.output()).contains("DATABASE_URL").doesNotContain("secret");
        }
    }

    /// An api process alone keeps what it was given; a worker does it; and if the worker dies, the
    /// api process is the one that takes the job back.
    @Test
    void api_and_worker_share_the_work() {
        try (var model = new SlowModel(60_000);
                var api = Node.run(settings(model), "api")) {
            var user = api.client().as("user");
            var id = user.submit("a -> b");
            var health = user.get("/health");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.body().path("job_processor").path("running").asBoolean(true))
                    .isFalse();
            assertThat(database.count("select count(*) from workers")).isZero();

            try (var worker = Node.run(settings(model), "worker")) {
                Eventually.equal("processing", () -> user.status(id));
                answersOperatorsOnly(worker.client());
                worker.kill();
            }
            Eventually.equal("queued", () -> user.status(id));
            assertThat(user.job(id).path("retry_count").asInt()).isEqualTo(1);

            model.take(50);
            try (var worker = Node.run(settings(model), "worker")) {
                worker.client();
                Eventually.equal("completed", () -> user.status(id));
            }
        }
    }

    private static void answersOperatorsOnly(Client client) {
        for (var path : List.of("/health", "/health/live", "/health/ready", "/metrics")) {
            assertThat(client.statusOf(path)).as(path).isEqualTo(200);
        }
        for (var path : List.of("/openapi", "/config", "/jobs", "/events", "/models")) {
            assertThat(client.statusOf(path)).as(path).isEqualTo(404);
        }
        assertThat(client.post("/create-canvas", "{}").status()).isEqualTo(404);
        assertThat(client.post("/dev/token", "{\"user\": \"dev\"}").status()).isEqualTo(404);
    }

    private static Map<String, String> settings(SlowModel model) {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("WORKER_LEASE", "3");
        return settings;
    }
}
