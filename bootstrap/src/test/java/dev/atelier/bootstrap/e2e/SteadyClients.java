package dev.atelier.bootstrap.e2e;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that keep their connections alive and submit one job after the other to some node. A
/// node that refuses the connection is one that is not there, and the next is asked; whatever else
/// goes wrong is a failed request.
final class SteadyClients implements AutoCloseable {

    private static final Duration BETWEEN_TWO = Duration.ofMillis(80);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NOBODY_THERE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> nodes;
    private final String token;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;

    SteadyClients(List<URI> nodes, String token) {
        this.nodes = nodes;
        this.token = token;
    }

    void start(int count) {
        for (int n = 0; n < count; n++) {
            var waits = n == 0;
            clients.execute(() -> submitUntilEnough(waits));
        }
    }

    /// Requests that were answered as they should be.
    int accepted() {
        return accepted.get();
    }

    /// Connections that nobody took.
    int refused() {
        return refused.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /// Lets the requests under way end.
    @Override
    public void close() {
        enough = true;
        clients.close();
    }

    private void submitUntilEnough(boolean waits) {
        try {
            while (!enough) {
                submit(nodes.get(turn.getAndIncrement() % nodes.size()), waits);
                Thread.sleep(BETWEEN_TWO);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(URI node, boolean waits) throws InterruptedException {
        try {
            var answer = http.send(request(node, waits), BodyHandlers.ofString());
            if (answer.statusCode() == 202 || (waits && answer.statusCode() == 200)) {
                accepted.incrementAndGet();
            } else {
                failures.add(answer.statusCode() + " " + answer.body());
            }
        } catch (ConnectException notThere) {
            refused.incrementAndGet();
            Thread.sleep(NOBODY_THERE);
        } catch (IOException broken) {
            failures.add(node + " " + broken);
        }
    }

    private HttpRequest request(URI node, boolean waits) {
        var request =
                HttpRequest.newBuilder(node.resolve("/api/ai-agent/create-canvas"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{\"instructions\": \"a -> b\"}"));
        return waits ? request.header("Prefer", "wait=20").build() : request.build();
    }
}
