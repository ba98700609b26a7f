package dev.atelier.bootstrap.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Users who each watch all of their jobs over HTTP.
record Audience(HttpClient client, List<Watcher> watchers) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// @param tokens of the users
    static Audience open(int port, List<String> tokens) throws InterruptedException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var watchers = new ArrayList<Watcher>();
        for (var token : tokens) {
            watchers.add(Watcher.open(client, port, token));
        }
        return new Audience(client, watchers);
    }

    /// @return whether each is told of the end of so many jobs, no more and no fewer, before
    ///   patience ends
    boolean hearsOfAll(int jobs) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (watchers.stream().anyMatch(watcher -> watcher.completed() != jobs)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }

    /// How many events came to all of them.
    long events() {
        return watchers.stream().mapToLong(Watcher::events).sum();
    }

    /// How many of them told of progress.
    long words() {
        return watchers.stream().mapToLong(Watcher::words).sum();
    }

    @Override
    public void close() {
        watchers.forEach(Watcher::close);
        client.shutdownNow();
    }
}
