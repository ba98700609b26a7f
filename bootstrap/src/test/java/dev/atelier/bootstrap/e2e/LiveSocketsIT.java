package dev.atelier.bootstrap.e2e;

import static java.util.stream.Collectors.toMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What Socket.IO clients hear of jobs that are submitted to another node.
final class LiveSocketsIT {

    private static final List<String> WHOLE_LIFE = List.of("queued", "processing", "completed");

    @TempDir Path home;

    @Test
    void hear_each_move_once_and_in_order_and_nothing_of_anybody_else() {
        try (var database = Database.start(home.resolve("postgres"));
                var one = Node.start(settings(database));
                var other = Node.start(settings(database));
                var http = HttpClient.newHttpClient();
                var alices = new SocketWatcher(http, other.client().as("alice"));
                var bobs = new SocketWatcher(http, other.client().as("bob"))) {
            Eventually.equal(true, () -> alices.isConnected() && bobs.isConnected());

            var alice = one.client().as("alice");
            var bob = one.client().as("bob");
            var hers = Stream.generate(() -> alice.submit("a -> b")).limit(20).toList();
            var his = bob.submit("c -> d");

            Eventually.equal(lives(hers), alices::moves);
            Eventually.equal(lives(List.of(his)), bobs::moves);
        }
    }

    private static Map<String, List<String>> lives(List<String> jobs) {
        return jobs.stream().collect(toMap(job -> job, _ -> WHOLE_LIFE));
    }

    private Map<String, String> settings(Database database) {
        return Map.of(
                "DATABASE_URL",
                database.url(),
                "DATA_DIR",
                home.resolve("data").toString(),
                "AI_PROVIDER",
                "offline",
                "RATE_LIMIT_CREATE",
                "1000000/minute");
    }
}
