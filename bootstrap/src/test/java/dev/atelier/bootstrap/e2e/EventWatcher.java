package dev.atelier.bootstrap.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.bootstrap.e2e.EventConnection.Event;
import dev.atelier.bootstrap.e2e.EventConnection.Line;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// A user who watches one path and comes back, to whatever node, whenever the connection is lost,
/// as a browser's EventSource does: with the id of the last event that came.
final class EventWatcher implements AutoCloseable {

    static final int UNBROKEN = Integer.MAX_VALUE;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long RETRY_MILLIS = 5;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final String path;
    private final List<Heard> heard = new ArrayList<>();
    private @Nullable String lastEventId;
    private @Nullable EventConnection current;
    private int connections;
    private int streams;
    private boolean closed;

    /// What was told of a job.
    record Heard(String job, String word, boolean durable, Instant arrived) {}

    /// @param lastEventId where to begin; null for now
    EventWatcher(String path, @Nullable String lastEventId) {
        this.path = path;
        this.lastEventId = lastEventId;
    }

    /// Watches in the background until it is closed, or told that nothing more will come.
    ///
    /// @param nodes whom to ask the n-th time
    /// @param breaks after how many bytes the n-th connection breaks
    Thread start(IntFunction<Client> nodes, IntFunction<Integer> breaks) {
        return Thread.startVirtualThread(() -> watch(nodes, breaks));
    }

    void watch(IntFunction<Client> nodes, IntFunction<Integer> breaks) {
        var more = true;
        for (int n = 0; more; n++) {
            count();
            more = listen(nodes.apply(n), breaks.apply(n));
        }
    }

    /// @return whether there may be more
    private boolean listen(Client node, int breaksAfter) {
        try (var connection =
                EventConnection.open(node, path, lastEventId(), new Line(0, breaksAfter))) {
            if (!begin(connection) || connection.status() == NO_CONTENT) {
                return false;
            }
            if (connection.status() != OK) {
                throw new IOException("no stream, but " + connection.status());
            }
            for (var event = connection.next(); event.isPresent(); event = connection.next()) {
                hear(event.get());
            }
        } catch (IOException broken) {
            pause();
        }
        return !isClosed();
    }

    private synchronized void count() {
        connections++;
    }

    private synchronized boolean begin(EventConnection connection) {
        streams += connection.status() == OK ? 1 : 0;
        current = connection;
        return !closed;
    }

    private synchronized void hear(Event event) {
        lastEventId = event.id() == null ? lastEventId : event.id();
        if (!event.name().isEmpty()) {
            heard.add(read(event));
        }
    }

    private static Heard read(Event event) {
        var data = json(event);
        var job = data.path(event.name().equals("status") ? "id" : "job_id").asText();
        var word =
                switch (event.name()) {
                    case "status" -> data.path("status").asText();
                    case "failed" ->
                            data.path("will_retry").asBoolean() ? "failed for now" : "failed";
                    default -> event.name();
                };
        return new Heard(job, word, event.id() != null, event.arrived());
    }

    private static JsonNode json(Event event) {
        try {
            return JSON.readTree(event.data());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(event.data(), broken);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized @Nullable String lastEventId() {
        return lastEventId;
    }

    /// Whether it can go on where it was, should the connection be lost.
    boolean hasBegun() {
        return lastEventId() != null;
    }

    /// How often it has asked for a stream.
    synchronized int connections() {
        return connections;
    }

    /// How often it was given one.
    synchronized int streams() {
        return streams;
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /// Of each job, in the order of their arrival: what is durable, in one word each.
    Map<String, List<String>> moves() {
        return heard().stream()
                .filter(Heard::durable)
                .collect(groupingBy(Heard::job, mapping(Heard::word, toList())));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (current != null) {
                current.close();
            }
        } catch (IOException unclean) {
            throw new UncheckedIOException(unclean);
        }
    }
}
