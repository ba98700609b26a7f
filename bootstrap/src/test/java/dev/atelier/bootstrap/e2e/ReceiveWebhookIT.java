package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// The example receiver, run as its reader would, with the secret that development makes up.
final class ReceiveWebhookIT {

    private static final Path EXAMPLE = Path.of("..", "examples", "ReceiveWebhook.java");

    @TempDir Path home;

    private Node node;
    private Client user;
    private Process example;
    private Path output;
    private String secret;
    private URI address;

    @BeforeEach
    void start() throws Exception {
        node = Node.start(Map.of("DATA_DIR", home.toString(), "WEBHOOK_ALLOW_PRIVATE", "true"));
        user = node.client().as("user");
        secret = Files.readString(home.resolve("webhook-secret"));
        output = home.resolve("example.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, EXAMPLE.toString(), "0");
        builder.environment().put("WEBHOOK_SECRET", secret);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        example = builder.start();
        Eventually.equal(true, () -> Files.readString(output).contains("listening on "));
        address = URI.create(Files.readString(output).strip().replace("listening on ", ""));
    }

    @AfterEach
    void stop() {
        node.close();
        example.destroy();
    }

    @Test
    void prints_what_a_job_has_come_to_once_and_takes_nothing_that_is_not_signed()
            throws Exception {
        var body = "{\"instructions\": \"a -> b\", \"webhook_url\": \"" + address + "/hooks?x=1\"}";
        var job = user.post("/create-canvas", body).body().path("job_id").asText();
        Eventually.equal("delivered", () -> user.job(job).path("webhook").path("status").asText());
        user.post("/job/" + job + "/webhooks/redeliver", "");
        Eventually.equal(
                2,
                () ->
                        user.get("/job/" + job + "/webhooks")
                                .body()
                                .at("/webhooks/0/attempts")
                                .size());

        var now = Instant.now().getEpochSecond();
        assertThat(post("msg_1", now, sign("msg_1", now, "{}"), "{}")).isEqualTo(204);
        assertThat(post("msg_2", now, sign("msg_2", now, "{}"), "{\"a\":1}")).isEqualTo(401);
        assertThat(post("msg_3", now, "v1,AAAA", "{}")).isEqualTo(401);
        var old = now - 3600;
        assertThat(post("msg_4", old, sign("msg_4", old, "{}"), "{}")).isEqualTo(401);
        assertThat(Files.readAllLines(output))
                .hasSize(3)
                .anyMatch(line -> line.contains("job.completed") && line.contains(job));
    }

    private String sign(String id, long timestamp, String body) throws Exception {
        return new Webhook(secret).sign(id, timestamp, body);
    }

    private int post(String id, long timestamp, String signature, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address)
                            .header("webhook-id", id)
                            .header("webhook-timestamp", Long.toString(timestamp))
                            .header("webhook-signature", signature)
                            .POST(BodyPublishers.ofString(body))
                            .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
