package dev.atelier.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A user of one node, signed in by a development token.
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/api/ai-agent";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private @Nullable String token;

    Client(URI address) {
        this.address = address;
    }

    /// What came back: a status code, a JSON body and the header fields.
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        /// The first value of the field, or the empty text.
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public URI address() {
        return address;
    }

    public Client as(String user) {
        var other = new Client(address);
        other.token =
                post("/dev/token", "{\"user\": \"" + user + "\"}").body().path("token").asText();
        return other;
    }

    public Client asAdministrator() {
        var other = new Client(address);
        other.token =
                post("/dev/token", "{\"user\": \"root\", \"admin\": true}")
                        .body()
                        .path("token")
                        .asText();
        return other;
    }

    public String token() {
        return token == null ? "" : token;
    }

    /// Submits a job and returns its id.
    public String submit(String instructions) {
        var answer = post("/create-canvas", "{\"instructions\": \"" + instructions + "\"}");
        if (answer.status() != 202) {
            throw new AssertionError("not accepted: " + answer);
        }
        return answer.body().path("job_id").asText();
    }

    /// Submits under a key, with which to submit again is to get the first answer again.
    Answer submitOnce(String key, String instructions) {
        return send(
                request("/create-canvas")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"instructions\": \"" + instructions + "\"}")));
    }

    /// Submits as a part of a trace.
    Answer submitTraced(String traceparent, String json) {
        return send(
                request("/create-canvas")
                        .header("Content-Type", "application/json")
                        .header("traceparent", traceparent)
                        .POST(BodyPublishers.ofString(json)));
    }

    public JsonNode job(String id) {
        return get("/job/" + id + "/status").body().path("job");
    }

    public String status(String id) {
        return job(id).path("status").asText();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    Answer patch(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    int statusOf(String path) {
        return sent(request(path).GET()).statusCode();
    }

    /// The body as it came, of an answer that is no JSON.
    public String text(String path) {
        return sent(request(path).GET()).body();
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(address.resolve(BASE + path))
                        .timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        var response = sent(request);
        try {
            return new Answer(response.statusCode(), json(response.body()), response.headers());
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static JsonNode json(String body) throws JsonProcessingException {
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }
}
