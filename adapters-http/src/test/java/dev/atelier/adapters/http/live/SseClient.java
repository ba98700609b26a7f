package dev.atelier.adapters.http.live;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A user of the API who also listens, as a browser's EventSource does.
final class SseClient implements AutoCloseable {

    /// The name of what is no event, but an id by itself.
    static final String MARK = "mark";

    private static final long PATIENCE_SECONDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    SseClient(int port, String user) {
        this.base = "http://127.0.0.1:" + port + "/api/ai-agent";
        this.token =
                send("POST", "/dev/token", "{\"user\":\"" + user + "\"}", "")
                        .path("token")
                        .asText();
    }

    /// One event, or a comment.
    record Event(@Nullable String id, String name, JsonNode data) {

        static final Event END = new Event(null, "END", JSON.nullNode());

        boolean isEnd() {
            return equals(END);
        }
    }

    String submit(String instructions) {
        var body = "{\"instructions\":\"" + instructions + "\"}";
        return post("/create-canvas", body).path("job_id").asText();
    }

    JsonNode post(String path, String body) {
        return send("POST", path, body, token);
    }

    String token() {
        return token;
    }

    /// What is open to everybody, as it comes.
    String text(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).GET().build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    private JsonNode send(String method, String path, String body, String bearer) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body));
            if (!bearer.isEmpty()) {
                request.header("Authorization", "Bearer " + bearer);
            }
            return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /// @param lastEventId null at the first time
    Listening listen(String path, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).GET();
        if (!path.contains("ticket=")) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Listening(http.send(request.build(), BodyHandlers.ofLines()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// A stream that is open.
    static final class Listening implements AutoCloseable {

        private final HttpResponse<Stream<String>> response;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        private Listening(HttpResponse<Stream<String>> response) {
            this.response = response;
            Thread.ofVirtual().start(this::read);
        }

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        private void read() {
            var fields = new HashMap<String, String>();
            try {
                response.body()
                        .forEach(
                                line -> {
                                    if (!line.isEmpty()) {
                                        var colon = line.indexOf(':');
                                        fields.put(
                                                line.substring(0, colon),
                                                line.substring(colon + 1));
                                    } else {
                                        events.add(event(fields));
                                        fields.clear();
                                    }
                                });
            } catch (RuntimeException cut) {
                // As a connection may be at any time.
            } finally {
                events.add(Event.END);
            }
        }

        private static Event event(Map<String, String> fields) {
            try {
                return new Event(
                        fields.get("id"),
                        fields.getOrDefault("event", nameless(fields)),
                        JSON.readTree(fields.getOrDefault("data", "null")));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }

        private static String nameless(Map<String, String> fields) {
            return fields.containsKey("") ? "comment" : fields.containsKey("id") ? MARK : "retry";
        }

        /// The next event, of whatever kind.
        Event any() throws InterruptedException {
            var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return requireNonNull(event, "nothing came");
        }

        /// The next event that is durable.
        Event next() throws InterruptedException {
            while (true) {
                var event = any();
                if ((event.id() != null && !event.name().equals(MARK)) || event.isEnd()) {
                    return event;
                }
            }
        }

        /// The durable events from here to the end.
        List<Event> rest() throws InterruptedException {
            var rest = new ArrayList<Event>();
            for (var event = next(); !event.isEnd(); event = next()) {
                rest.add(event);
            }
            return rest;
        }

        /// Passes over events until one has this name.
        Event await(String name) throws InterruptedException {
            while (true) {
                var event = any();
                if (event.name().equals(name)) {
                    return event;
                }
                if (event.isEnd()) {
                    throw new AssertionError("the stream ended before " + name);
                }
            }
        }

        @Override
        public void close() {
            response.body().close();
        }
    }
}
