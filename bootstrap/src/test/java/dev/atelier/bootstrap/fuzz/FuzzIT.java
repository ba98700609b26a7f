package dev.atelier.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.bootstrap.e2e.Client;
import dev.atelier.bootstrap.e2e.Node;
import dev.atelier.bootstrap.fuzz.Proper.Callers;
import dev.atelier.testkit.openapi.ApiContract;
import dev.atelier.testkit.openapi.ApiDocument;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The product, from its jar and on a real PostgreSQL, under requests made by chance: it answers
/// each in time and none with a failure of its own, and holds nothing more afterwards than before.
///
/// `-Dfuzz.requests=` says how many, `-Dfuzz.seed=` which ones, and `-Dfuzz.only=` repeats one.
final class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261126);
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);

    private static final int KNOWN_JOBS = 16;
    private static final int DOOMED_JOBS = 8;

    /// A JVM holds more once it has met everything for the first time.
    private static final double WARM_UP = 0.2;

    private static final long MORE_HEAP_MB = 24;
    private static final int MORE_THREADS = 8;
    private static final long MORE_FILES = 16;
    private static final Duration TO_SETTLE = Duration.ofSeconds(90);

    /// Of many users, who would not ask so often; and an answer that is held back, for a second.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "AI_PROVIDER", "offline",
                    "RATE_LIMIT_CREATE", "1000000/minute",
                    "RATE_LIMIT_READ", "1000000/minute",
                    "SYNC_TIMEOUT", "1",
                    "MAX_CONCURRENT_JOBS", "8");

    @TempDir static Path home;

    @Test
    void nothing_breaks_it() throws IOException {
        var settings = new HashMap<>(SETTINGS);
        settings.put("DATA_DIR", home.resolve("data").toString());
        try (var node = Node.start(settings)) {
            var client = node.client();
            var contract = new ApiContract(ApiDocument.parse(client.text("/openapi")));
            var proper = new Proper(contract.document(), callers(client));
            var run = new FuzzRun(client.address(), contract, proper, SEED);
            if (ONLY >= 0) {
                run.send(ONLY, ONLY + 1);
            } else {
                sendAll(run, client, new Vitals(node.pid()));
            }
            assertThat(run.tally().wrong()).as(run.tally().table()).isEmpty();
            assertThat(node.output()).doesNotContain("failed in a way nobody expected");
        }
    }

    private static void sendAll(FuzzRun run, Client client, Vitals vitals) throws IOException {
        var warm = (int) (REQUESTS * WARM_UP);
        run.send(0, warm);
        settle(client);
        var before = vitals.read();
        run.send(warm, REQUESTS);
        settle(client);

        // Sessions of Engine.IO that nobody uses end by their own time-outs.
        Awaitility.await()
                .atMost(TO_SETTLE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertNoMore(before, vitals.read()));
        var after = vitals.read();
        var report =
                "%s%nseed %d; before: %s, after: %s%n"
                        .formatted(run.tally().table(), SEED, before, after);
        System.out.println(report);
        Files.writeString(Path.of("target", "fuzz.md"), report);
        assertThat(run.tally().requests()).isEqualTo(REQUESTS);
    }

    /// Calls off whatever still waits to be drawn.
    private static void settle(Client client) {
        var root = client.asAdministrator();
        Awaitility.await()
                .atMost(TO_SETTLE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            var body = "{\"status\":[\"queued\",\"processing\"],\"limit\":1000}";
                            var moved = root.post("/admin/jobs/cancel", body).body();
                            return moved.path("matched").asInt(-1) == 0;
                        });
    }

    private static void assertNoMore(Vitals.Reading before, Vitals.Reading after) {
        assertThat(after.heapMb()).isLessThanOrEqualTo(before.heapMb() + MORE_HEAP_MB);
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + MORE_THREADS);
        assertThat(after.files()).isLessThanOrEqualTo(before.files() + MORE_FILES);
    }

    private static Callers callers(Client client) {
        var user = client.as("fuzz");
        var ids = submitted(user, KNOWN_JOBS);
        var doomed = submitted(user, DOOMED_JOBS);
        Awaitility.await().until(() -> user.status(doomed.getLast()).equals("completed"));
        ids.addAll(List.of("019aaf3e-6c00-7000-8000-0000000000ff", "x"));
        return new Callers(
                user.token(),
                client.as("other").token(),
                client.asAdministrator().token(),
                ids,
                doomed);
    }

    private static List<String> submitted(Client user, int jobs) {
        return IntStream.range(0, jobs)
                .mapToObj(number -> user.submit("step " + number + " -> done"))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
