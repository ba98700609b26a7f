package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.bootstrap.e2e.EventWatcher.Heard;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Whoever watches hears of their own jobs, every move once and in its order, on whatever node it
/// happens and on whatever node they watch.
final class LiveEventsIT {

    @TempDir static Path home;

    private static Database database;
    private static SlowModel model;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() {
        database = Database.start(home.resolve("postgres"));
        model = new SlowModel(50);
        one = Node.start(settings());
        other = Node.start(settings());
        one.client();
        other.client();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        model.close();
        database.close();
    }

    @Test
    void what_is_submitted_on_one_node_is_watched_on_the_other_every_move_once_and_in_order() {
        var here = one.client().as("alice");
        var there = other.client().as("alice");
        var ofJobs = new ConcurrentHashMap<String, EventWatcher>();
        try (var local = watching(here, "/events");
                var remote = watching(there, "/events")) {
            try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int tab = 0; tab < 2; tab++) {
                    tabs.execute(() -> watchJobs(30, here, there, ofJobs));
                }
            }
            var truth = new JobHistory(database, "alice");
            assertThat(truth.moves()).hasSize(60);
            Eventually.equal(truth.moves(), local::moves);
            Eventually.equal(truth.moves(), remote::moves);
            ofJobs.forEach(
                    (job, watcher) ->
                            assertThat(watcher.moves())
                                    .isEqualTo(Map.of(job, truth.moves().get(job))));
            report("same node", truth, local);
            report("other node", truth, remote);
        }
    }

    private static void watchJobs(
            int jobs, Client here, Client there, Map<String, EventWatcher> ofJobs) {
        for (int i = 0; i < jobs; i++) {
            var job = here.submit("a -> b");
            var watcher = new EventWatcher("/job/" + job + "/events", "0");
            ofJobs.put(job, watcher);
            watcher.watch(_ -> there, _ -> EventWatcher.UNBROKEN);
        }
    }

    /// From the moment an entry is written, before its commit, to its arrival here.
    private static void report(String what, JobHistory truth, EventWatcher watcher) {
        var writtenAt = truth.writtenAt();
        var versions = new HashMap<String, Integer>();
        var micros = new ArrayList<Long>();
        for (var heard : watcher.heard()) {
            if (heard.durable()) {
                var version = versions.merge(heard.job(), 1, Integer::sum);
                var written = requireNonNull(writtenAt.get(heard.job() + " " + version));
                micros.add(ChronoUnit.MICROS.between(Instant.EPOCH, heard.arrived()) - written);
            }
        }
        micros.sort(null);
        System.out.printf(
                "live latency, %s: %d events, median %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what,
                micros.size(),
                micros.get(micros.size() / 2) / 1e3,
                micros.get(micros.size() * 99 / 100) / 1e3,
                micros.getLast() / 1e3);
    }

    @Test
    void nobody_hears_of_anybody_else() throws IOException {
        var bob = one.client().as("bob");
        var carol = other.client().as("carol");
        var ticket = bob.post("/events/ticket", "").body().path("ticket").asText();
        try (var bobs = watching(bob, "/events");
                var elsewhere = watching(other.client().as("bob"), "/events?ticket=" + ticket);
                var carols = watching(carol, "/events")) {
            var hers = List.of(carol.submit("a -> b"), one.client().as("carol").submit("a -> b"));
            for (var another : hers) {
                var path = "/job/" + another + "/events";
                for (var node : List.of(one, other)) {
                    assertThat(status(node.client().as("bob"), path)).isEqualTo(404);
                    assertThat(status(node.client(), path + "?ticket=" + ticket)).isEqualTo(404);
                    assertThat(status(node.client(), path + "?ticket=" + ticket + "x"))
                            .isEqualTo(401);
                }
            }
            Eventually.equal(new JobHistory(database, "carol").moves(), carols::moves);
            Eventually.equal(0L, new JobHistory(database, "carol")::unended);
            var job = bob.submit("a -> b");
            Eventually.equal(0L, new JobHistory(database, "bob")::unended);
            var his = new JobHistory(database, "bob").moves();

            Eventually.equal(his, bobs::moves);
            Eventually.equal(his, elsewhere::moves);
            assertThat(bobs.heard()).extracting(Heard::job).containsOnly(job);
            assertThat(elsewhere.heard()).extracting(Heard::job).containsOnly(job);
        }
    }

    @Test
    void a_ticket_is_not_written_into_any_log() throws IOException {
        var dave = one.client().as("dave");
        var ticket = dave.post("/events/ticket", "").body().path("ticket").asText();
        var mark = ticket.substring(ticket.length() - 30);

        for (var path :
                List.of(
                        "/events?ticket=" + ticket + "&more=" + "x".repeat(9_000),
                        "/nowhere?ticket=" + ticket,
                        "/jobs?ticket=" + ticket,
                        "/events?ticket=" + ticket + "%zz",
                        "/events?ticket=" + ticket + "\u007f",
                        "/events?ticket=" + mark,
                        "/job/none/events?ticket=" + ticket)) {
            assertThat(status(dave, path)).as(path).isBetween(400, 499);
        }
        watching(dave, "/events?ticket=" + ticket).close();

        assertThat(one.output()).contains("route=/api/ai-agent/events").doesNotContain(mark);
        assertThat(other.output()).doesNotContain(mark);
    }

    @Test
    void a_node_that_is_stopped_ends_its_streams_and_the_next_goes_on_with_them() {
        model.take(400);
        var here = one.client().as("erin");
        var watchers = new ArrayList<EventWatcher>();
        try (var leaving = Node.start(settings())) {
            var there = leaving.client().as("erin");
            watchers.add(moving("/events", null, there, here));
            for (int i = 0; i < 30; i++) {
                var path = "/job/" + here.submit("a -> b") + "/events";
                watchers.add(moving(path, "0", there, here));
            }
            Eventually.equal(true, () -> completed("erin") > 5);

            var askedToStop = System.nanoTime();
            leaving.terminate();
            Eventually.equal(true, () -> watchers.stream().allMatch(it -> it.connections() != 1));
            System.out.printf(
                    "streams ended and went on elsewhere %d ms after SIGTERM%n",
                    (System.nanoTime() - askedToStop) / 1_000_000);
            leaving.awaitExit();
            assertThat(Duration.ofNanos(System.nanoTime() - askedToStop))
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(leaving.output()).doesNotContain("ERROR");
        }
        var truth = new JobHistory(database, "erin");
        Eventually.equal(0L, truth::unended);
        Eventually.equal(truth.moves(), watchers.getFirst()::moves);
        for (var watcher : watchers.subList(1, watchers.size())) {
            Eventually.equal(
                    true, () -> truth.moves().entrySet().containsAll(watcher.moves().entrySet()));
        }
        assertThat(watchers).allSatisfy(it -> assertThat(it.moves()).isNotEmpty());
        watchers.forEach(EventWatcher::close);
        model.take(50);
    }

    private static EventWatcher moving(
            String path, @Nullable String lastEventId, Client first, Client afterwards) {
        var watcher = new EventWatcher(path, lastEventId);
        watcher.start(n -> n == 0 ? first : afterwards, _ -> EventWatcher.UNBROKEN);
        if (lastEventId == null) {
            Eventually.equal(true, watcher::hasBegun);
        }
        return watcher;
    }

    private static EventWatcher watching(Client node, String path) {
        return moving(path, null, node, node);
    }

    private static int status(Client user, String path) throws IOException {
        try (var connection = EventConnection.open(user, path, null)) {
            return connection.status();
        }
    }

    private static long completed(String user) {
        return database.count(
                "select count(*) from ai_jobs where status = 'completed' and user_id = '"
                        + user
                        + "'");
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("MAX_CONCURRENT_JOBS", "10");
        settings.put("RATE_LIMIT_CREATE", "1000000/minute");
        settings.put("RATE_LIMIT_READ", "1000000/minute");
        return settings;
    }
}
