package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/// Two processes share one database: neither death nor a freeze of one loses a job or repeats its
/// end.
final class TwoNodesIT {

    private static final Duration LEASE = Duration.ofSeconds(6);

    @TempDir static Path home;

    private static Database database;
    private static SlowModel model;
    private Node one;
    private Node other;

    @BeforeAll
    static void startDatabase() {
        database = Database.start(home.resolve("postgres"));
        model = new SlowModel(100);
    }

    @AfterAll
    static void stopDatabase() {
        model.close();
        database.close();
    }

    @BeforeEach
    void startNodes() {
        database.query("select 1");
        model.take(100);
        one = Node.start(settings());
        other = Node.start(settings());
    }

    @AfterEach
    void stopNodes() {
        one.close();
        other.close();
    }

    @Test
    void two_thousand_jobs_all_complete_once_though_one_node_is_killed_in_the_middle() {
        var user = one.client().as("killed");
        other.client();
        submit(user, 2000);
        Eventually.equal(true, () -> completed("killed") > 400);
        one.kill();

        Eventually.equal(2000L, () -> completed("killed"));
        assertThat(eventsPerJob("killed", "completed")).isEqualTo("1..1");
        assertThat(database.count("select count(*) from canvases where user_id = 'killed'"))
                .isEqualTo(2000);
        assertThat(
                        database.count(
                                "select count(*) from ai_job_events where user_id = 'killed' and"
                                        + " type = 'requeued'"))
                .as("jobs that the killed node held")
                .isPositive();
    }

    @Test
    void a_frozen_node_that_wakes_up_late_cannot_write_what_others_have_taken_over() {
        var user = one.client().as("frozen");
        var witness = other.client().as("frozen");
        model.take(12_000);
        submit(user, 20);
        Eventually.equal(
                20L,
                () ->
                        database.count(
                                "select count(*) from ai_jobs where user_id = 'frozen' and status ="
                                        + " 'processing'"));
        one.freeze();

        Eventually.equal(
                true,
                () ->
                        database.count(
                                        "select count(*) from ai_job_events where user_id ="
                                                + " 'frozen' and type = 'requeued'")
                                > 0);
        model.take(50);
        Eventually.equal(20L, () -> completed("frozen"));
        one.thaw();

        Eventually.equal(true, () -> one.output().contains("the lease is lost"));
        assertThat(eventsPerJob("frozen", "completed")).isEqualTo("1..1");
        assertThat(completed("frozen")).isEqualTo(20);
        assertThat(witness.get("/jobs/stats").body().path("stats").path("completed_jobs").asInt())
                .isEqualTo(20);
        assertThat(one.client().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void a_cancel_on_one_node_stops_the_model_call_on_the_other_within_a_second() {
        model.take(60_000);
        var user = one.client().as("canceller");
        var elsewhere = other.client().as("canceller");
        var id = user.submit("a -> b");
        Eventually.equal("processing", () -> user.status(id));
        Eventually.equal(1, model::listening);

        cancelled(elsewhere, id);
        assertThat(user.status(id)).isEqualTo("cancelled");

        var second = user.submit("a -> b");
        Eventually.equal(1, model::listening);
        cancelled(user, second);
    }

    private static void cancelled(Client user, String id) {
        var spent = model.tokens();
        assertThat(user.post("/job/" + id + "/cancel", "").status()).isEqualTo(200);
        Eventually.equal(0, model::listening);
        assertThat(model.tokens() - spent).isLessThan(SlowModel.TOKENS_OF_A_SECOND);
    }

    private static void submit(Client user, int jobs) {
        try (var side = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < jobs; i++) {
                var instructions = "start -> step " + i + " -> end";
                side.execute(() -> user.submit(instructions));
            }
        }
    }

    private static long completed(String user) {
        return database.count(
                "select count(*) from ai_jobs where status = 'completed' and user_id = '"
                        + user
                        + "'");
    }

    /// The least and the most that any job of the user has.
    private static String eventsPerJob(String user, String type) {
        return database.query(
                        """
                        select min(n) || '..' || max(n) from (
                            select count(e.type) as n
                            from ai_jobs j left join ai_job_events e
                                on e.user_id = j.user_id and e.job_id = j.id and e.type = '%s'
                            where j.user_id = '%s' group by j.id) as per_job
                        """
                                .formatted(type, user))
                .getFirst();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("MAX_CONCURRENT_JOBS", "20");
        settings.put("WORKER_LEASE", Long.toString(LEASE.toSeconds()));
        settings.put("RATE_LIMIT_CREATE", "1000000/minute");
        return settings;
    }
}
