package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A new version is rolled out while clients submit: three nodes are stopped and started again in
/// turn.
final class RollingRestartIT {

    private static final int NODES = 3;
    private static final Duration GRACE = Duration.ofSeconds(3);

    @TempDir Path home;

    private final List<Node> nodes = new ArrayList<>();

    @Test
    void no_request_fails_no_attempt_is_spent_and_no_job_waits_for_long() throws Exception {
        var ports = freePorts();
        try (var database = Database.start(home.resolve("postgres"));
                var model = new SlowModel(400)) {
            database.query("select 1");
            ports.forEach(port -> nodes.add(Node.start(settings(database, model, port))));
            var addresses = new ArrayList<URI>();
            nodes.forEach(node -> addresses.add(node.client().address()));
            var user = nodes.getFirst().client().as("user");

            var clients = new SteadyClients(addresses, user.token());
            try (clients) {
                clients.start(4);
                Eventually.equal(true, () -> clients.accepted() > 30);
                for (int n = 0; n < NODES; n++) {
                    restart(n, settings(database, model, ports.get(n)));
                    var before = clients.accepted();
                    Eventually.equal(true, () -> clients.accepted() > before + 20);
                }
            }

            assertThat(clients.failures()).isEmpty();
            assertThat(clients.refused()).as("requests that found a node gone").isPositive();
            Eventually.equal(
                    0L,
                    () ->
                            database.count(
                                    "select count(*) from ai_jobs where status <> 'completed'"));
            assertThat(database.count("select count(*) from ai_jobs"))
                    .isEqualTo(clients.accepted());
            assertThat(database.count("select count(*) from ai_jobs where retry_count > 0"))
                    .isZero();
            assertThat(database.count("select count(*) from ai_job_events where type = 'released'"))
                    .as("jobs that were interrupted")
                    .isPositive();
            assertThat(longestWait(database)).isLessThan(Duration.ofSeconds(5));
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void restart(int n, Map<String, String> settings) {
        var askedToStop = System.nanoTime();
        nodes.get(n).terminate();
        nodes.get(n).awaitExit();
        assertThat(Duration.ofNanos(System.nanoTime() - askedToStop))
                .isLessThan(GRACE.plusSeconds(1));
        nodes.set(n, Node.start(settings));
        nodes.get(n).client();
    }

    /// From the moment when a job joined the queue or went back to it until it was started.
    private static Duration longestWait(Database database) {
        return Duration.ofMillis(
                database.count(
                        """
                        select CAST(max(extract(epoch from waited)) * 1000 as bigint) from (
                            select type, logged_at - lag(logged_at) over (
                                partition by job_id order by version) as waited
                            from ai_job_events) as events
                        where type = 'started'
                        """));
    }

    private static List<Integer> freePorts() throws IOException {
        var ports = new ArrayList<Integer>();
        var held = new ArrayList<ServerSocket>();
        for (int n = 0; n < NODES; n++) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (var socket : held) {
            socket.close();
        }
        return ports;
    }

    private Map<String, String> settings(Database database, SlowModel model, int port) {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("PORT", Integer.toString(port));
        settings.put("SHUTDOWN_GRACE", Long.toString(GRACE.toSeconds()));
        settings.put("MAX_CONCURRENT_JOBS", "20");
        settings.put("RATE_LIMIT_CREATE", "1000000/minute");
        return settings;
    }
}
