package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.bootstrap.e2e.EventConnection.Line;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Two thousand streams and five hundred sockets on one small node, some of whom read nothing:
/// those are given up, and the others do not notice.
final class ManyWatchersIT {

    private static final int USERS = 100;
    private static final int WATCHERS = 20 * USERS;

    private static final int SOCKETS = 5 * USERS;

    /// All of them are the first user's, beside the others of that user.
    private static final int STUCK = 20;

    /// Together they have more bytes than systems buffer for a connection.
    private static final int JOBS_OF_FIRST_USER = 150;

    private static final Line READ_BY_NOBODY = new Line(2_048, 0);
    private static final String LARGE =
            IntStream.range(0, 75).mapToObj(n -> "step " + n).collect(Collectors.joining(" -> "));
    private static final Pattern STREAMS = Pattern.compile("aijobs_stream_clients (\\d+)");

    private static final String UNENDED =
            "select count(*) from ai_jobs where status in ('queued', 'processing')";

    @TempDir Path home;

    private final List<EventWatcher> watchers = new ArrayList<>();
    private final List<SocketWatcher> sockets = new ArrayList<>();
    private final List<Socket> stuck = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() throws IOException {
        watchers.forEach(EventWatcher::close);
        sockets.forEach(SocketWatcher::close);
        http.shutdownNow();
        for (var socket : stuck) {
            socket.close();
        }
    }

    @Test
    void are_served_in_300_mb_of_heap_and_who_reads_nothing_is_given_up() throws Exception {
        try (var database = Database.start(home.resolve("postgres"));
                var node = Node.start(settings(database), "300m")) {
            var client = node.client();
            var users = inParallel(USERS, n -> client.as("user-" + n));
            for (int n = 0; n < WATCHERS; n++) {
                watch(users.get(n % USERS));
            }
            Eventually.equal(true, () -> watchers.stream().allMatch(EventWatcher::hasBegun));
            for (int n = 0; n < SOCKETS; n++) {
                sockets.add(new SocketWatcher(http, users.get(n % USERS)));
            }
            Eventually.equal(true, () -> sockets.stream().allMatch(SocketWatcher::isConnected));
            for (int n = 0; n < STUCK; n++) {
                stuck.add(EventConnection.ask(users.getFirst(), "/events", null, READ_BY_NOBODY));
            }
            Eventually.equal(WATCHERS + SOCKETS + STUCK, () -> streams(client));

            inParallel(JOBS_OF_FIRST_USER, _ -> users.getFirst().submit(LARGE));
            inParallel(USERS, n -> users.get(n).submit(LARGE));

            Eventually.equal(0L, () -> database.count(UNENDED));
            var truths = inParallel(USERS, n -> new JobHistory(database, "user-" + n).moves());
            Eventually.equal(0L, () -> watchersWhoHeardOtherThan(truths));
            Eventually.equal(0L, () -> socketsThatHeardOtherThan(truths));
            Eventually.equal(WATCHERS + SOCKETS, () -> streams(client));
            assertThat(watchers).extracting(EventWatcher::streams).containsOnly(1);
            assertHealthy(node);
        }
    }

    private void watch(Client user) {
        var watcher = new EventWatcher("/events", null);
        watchers.add(watcher);
        watcher.start(_ -> user, _ -> EventWatcher.UNBROKEN);
    }

    private long watchersWhoHeardOtherThan(List<Map<String, List<String>>> truths) {
        return IntStream.range(0, WATCHERS)
                .filter(n -> !watchers.get(n).moves().equals(truths.get(n % USERS)))
                .count();
    }

    private long socketsThatHeardOtherThan(List<Map<String, List<String>>> truths) {
        return IntStream.range(0, SOCKETS)
                .filter(
                        n ->
                                !sockets.get(n)
                                        .moves()
                                        .keySet()
                                        .equals(truths.get(n % USERS).keySet()))
                .count();
    }

    private static void assertHealthy(Node node) {
        var health = node.client().get("/health");
        System.out.println("many watchers: " + health.body().path("resources"));
        assertThat(health.status()).isEqualTo(200);
        assertThat(node.output()).doesNotContain("OutOfMemoryError", " ERROR ");
    }

    private static int streams(Client client) {
        var found = STREAMS.matcher(client.text("/metrics"));
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    private static <T> List<T> inParallel(int times, IntFunction<T> work) throws Exception {
        try (var side = Executors.newFixedThreadPool(8)) {
            var pending = new ArrayList<Future<T>>();
            for (int n = 0; n < times; n++) {
                var number = n;
                pending.add(side.submit(() -> work.apply(number)));
            }
            var results = new ArrayList<T>();
            for (var result : pending) {
                results.add(result.get());
            }
            return results;
        }
    }

    private Map<String, String> settings(Database database) {
        return Map.of(
                "DATABASE_URL", database.url(),
                "DATA_DIR", home.resolve("data").toString(),
                "AI_PROVIDER", "offline",
                "MAX_CONCURRENT_JOBS", "4",
                "RATE_LIMIT_CREATE", "1000000/minute",
                "RATE_LIMIT_READ", "1000000/minute");
    }
}
