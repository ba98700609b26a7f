package dev.atelier.bootstrap.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Users who each watch all of their jobs over HTTP.
record Audience(List<Watcher> watchers) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// @param tokens of the users, who are all shown their jobs before this returns
    static Audience open(int port, List<String> tokens) throws InterruptedException {
        var watchers = new ArrayList<Watcher>();
        for (var token : tokens) {
            watchers.add(Watcher.open(port, token));
        }
        for (var watcher : watchers) {
            if (!watcher.isShown(PATIENCE)) {
                throw new IllegalStateException("a watcher was not shown their jobs");
            }
        }
        return new Audience(watchers);
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
    }
}
