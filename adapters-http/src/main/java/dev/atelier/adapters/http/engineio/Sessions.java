package dev.atelier.adapters.http.engineio;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All sessions of a server that may still be asked for.
final class Sessions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 15;

    private final int max;
    private final Map<String, EngineSession> byId = new ConcurrentHashMap<>();
    private final Set<Thread> writers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Sessions(int max) {
        this.max = max;
    }

    static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /// Whether nobody more is let in: there are as many as may be, or the server stops.
    boolean isFull() {
        return closed || byId.size() >= max;
    }

    void add(EngineSession session) {
        byId.put(session.id(), session);
    }

    void remove(EngineSession session) {
        byId.remove(session.id());
    }

    Optional<EngineSession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    int count() {
        return byId.size();
    }

    /// Runs what writes to one WebSocket.
    void startWriter(Runnable writer) {
        var thread =
                Thread.ofVirtual()
                        .name("socket-writer")
                        .unstarted(
                                () -> {
                                    try {
                                        writer.run();
                                    } finally {
                                        writers.remove(Thread.currentThread());
                                    }
                                });
        writers.add(thread);
        thread.start();
    }

    /// Ends all sessions, and waits a while for their last packets to leave.
    void close(Duration atMost) throws InterruptedException {
        closed = true;
        byId.values().forEach(EngineSession::close);
        var deadline = System.nanoTime() + atMost.toNanos();
        for (var writer : writers) {
            writer.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }
}
