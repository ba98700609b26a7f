package dev.atelier.bootstrap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A user who reads the stream of all of their jobs' events, and notes which jobs have ended.
final class Watcher implements AutoCloseable {

    private static final String EVENT = "event:";
    private static final String DATA = "data:";
    private static final String JOB = "\"job_id\":\"";
    private static final int ID = 36;

    private final InputStream stream;
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger words = new AtomicInteger();

    private Watcher(InputStream stream) {
        this.stream = stream;
    }

    /// @return a watcher who misses nothing from now on
    static Watcher open(HttpClient client, int port, String token) throws InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/api/ai-agent/events");
        var request =
                HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("no stream, but " + response.statusCode());
            }
            var watcher = new Watcher(response.body());
            Thread.startVirtualThread(watcher::read);
            return watcher;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read() {
        var event = "";
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length());
                } else if (line.startsWith(DATA)) {
                    hear(event, line);
                }
            }
        } catch (IOException closed) {
            // Whoever closes it has seen enough, or finds that jobs are missing.
        }
    }

    private void hear(String event, String data) {
        events.incrementAndGet();
        if (event.equals("progress")) {
            words.incrementAndGet();
        } else if (event.equals("completed")) {
            var id = data.indexOf(JOB) + JOB.length();
            completed.add(data.substring(id, id + ID));
        }
    }

    /// How many jobs' end was told.
    int completed() {
        return completed.size();
    }

    /// How many events came.
    int events() {
        return events.get();
    }

    /// How many of them told of progress.
    int words() {
        return words.get();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
