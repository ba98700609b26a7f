package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Connections break, of clients and of nodes, and the database itself goes away: who comes back
/// with the last event's id misses nothing and hears nothing twice.
final class LiveResumeIT {

    private static final int JOBS = 50;
    private static final int BREAKS = 200;
    private static final int EVERY_FEW = 10;
    private static final int TABS = 5;

    @TempDir static Path home;

    private static Database database;
    private static SlowModel model;
    private static List<Node> nodes;

    private final Map<String, EventWatcher> ofJobs = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        database = Database.start(home.resolve("postgres"));
        model = new SlowModel(50);
        nodes = List.of(Node.start(settings()), Node.start(settings()));
        nodes.forEach(Node::client);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(Node::close);
        model.close();
        database.close();
    }

    @Test
    void two_hundred_broken_connections_lose_and_repeat_nothing() {
        breakOften("breaks", 1, () -> {});
    }

    @Test
    void nor_do_they_while_the_connections_to_the_database_are_cut_again_and_again() {
        breakOften("cuts", 2, this::cutAll);
    }

    /// Those that listen, too.
    private void cutAll() {
        database.query(
                "select CAST(pg_terminate_backend(pid) as text) from pg_stat_activity"
                        + " where application_name = 'atelier'");
    }

    /// The model takes longer than the submissions, however slow those are: several jobs run at
    /// once.
    @Test
    void streams_go_on_by_themselves_after_an_outage_of_the_database() {
        model.take(10_000);
        var clients = nodes.stream().map(node -> node.client().as("outage")).toList();
        try (var here = new EventWatcher("/events", null);
                var there = new EventWatcher("/events", null)) {
            here.start(_ -> clients.getFirst(), _ -> EventWatcher.UNBROKEN);
            there.start(_ -> clients.getLast(), _ -> EventWatcher.UNBROKEN);
            Eventually.equal(true, () -> here.hasBegun() && there.hasBegun());
            for (int i = 0; i < 20; i++) {
                var client = clients.get(i % 2);
                var job = clients.getFirst().submit("a -> b");
                ofJobs.put(job, new EventWatcher("/job/" + job + "/events", "0"));
                ofJobs.get(job).start(_ -> client, _ -> EventWatcher.UNBROKEN);
            }
            Eventually.equal(true, () -> model.listening() > 5);
            database.stop();
            for (var client : clients) {
                Eventually.equal(503, () -> client.get("/health").status());
                Eventually.equal(503, () -> client.get("/jobs").status());
            }
            Eventually.equal(0, model::listening);
            model.take(50);
            database.startAgain();

            var truth = new JobHistory(database, "outage");
            Eventually.equal(0L, truth::unended);
            Eventually.equal(truth.moves(), here::moves);
            Eventually.equal(truth.moves(), there::moves);
            ofJobs.forEach(
                    (job, watcher) ->
                            Eventually.equal(
                                    true,
                                    () ->
                                            watcher.moves()
                                                    .equals(
                                                            Map.of(
                                                                    job,
                                                                    requireNonNull(
                                                                            truth.moves()
                                                                                    .get(job))))));
            assertThat(here.connections() + there.connections()).as("connections").isEqualTo(2);
            assertThat(ofJobs.values()).extracting(EventWatcher::streams).containsOnly(1);
        } finally {
            model.take(50);
        }
    }

    /// One client watches all jobs, and one each job; all their connections break at random.
    ///
    /// @param mischief is done after every few of them
    private void breakOften(String user, long seed, Runnable mischief) {
        var clients = nodes.stream().map(node -> node.client().as(user)).toList();
        var random = new Random(seed);
        try (var all = new EventWatcher("/events", null)) {
            all.start(alternating(clients), breaking(random.nextLong(), BREAKS));
            Eventually.equal(true, all::hasBegun);
            var tabs = new ArrayList<Future<?>>();
            try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int tab = 0; tab < TABS; tab++) {
                    var chance = new Random(random.nextLong());
                    tabs.add(side.submit(() -> work(all, clients, chance)));
                }
                for (int n = 0; n < BREAKS; n += EVERY_FEW) {
                    var enough = n;
                    Eventually.equal(true, () -> all.connections() >= enough);
                    mischief.run();
                }
            }
            assertThat(tabs).allSatisfy(Future::get);
            var truth = new JobHistory(database, user);
            Eventually.equal(0L, truth::unended);
            assertThat(truth.moves()).hasSizeGreaterThanOrEqualTo(JOBS);
            assertThat(ofJobs.values().stream().mapToInt(EventWatcher::connections).sum())
                    .isGreaterThan(BREAKS);
            Eventually.equal(truth.moves(), all::moves);
            ofJobs.forEach(
                    (job, watcher) ->
                            assertThat(watcher.moves())
                                    .isEqualTo(Map.of(job, truth.moves().get(job))));
        }
    }

    /// Submits and watches one job after the other, some of which are cancelled and tried again.
    private void work(EventWatcher all, List<Client> clients, Random random) {
        while (ofJobs.size() < JOBS || all.connections() <= BREAKS) {
            var client = clients.get(random.nextInt(clients.size()));
            var answer = client.post("/create-canvas", "{\"instructions\": \"a -> b\"}");
            if (answer.status() == 202) {
                var job = answer.body().path("job_id").asText();
                if (random.nextInt(3) == 0) {
                    client.post("/job/" + job + "/cancel", "");
                    client.post("/job/" + job + "/retry", "");
                }
                var watcher = new EventWatcher("/job/" + job + "/events", "0");
                ofJobs.put(job, watcher);
                watcher.watch(alternating(clients), breaking(random.nextLong(), 4));
            }
        }
    }

    private static IntFunction<Client> alternating(List<Client> clients) {
        return n -> clients.get(n % clients.size());
    }

    /// Most connections break before much was told, the others in the middle of an event; after so
    /// many breaks, none does.
    private static IntFunction<Integer> breaking(long seed, int breaks) {
        var random = new Random(seed);
        return n ->
                n >= breaks
                        ? EventWatcher.UNBROKEN
                        : random.nextInt(random.nextInt(3) > 0 ? 450 : 4_000);
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("MAX_CONCURRENT_JOBS", "10");
        settings.put("RETRY_BACKOFF_BASE", "1");
        settings.put("WORKER_LEASE", "6");
        settings.put("RATE_LIMIT_CREATE", "1000000/minute");
        settings.put("RATE_LIMIT_READ", "1000000/minute");
        return settings;
    }
}
