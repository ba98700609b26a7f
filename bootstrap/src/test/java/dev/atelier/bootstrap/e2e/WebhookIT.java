package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// A real process tells a real receiver, and no death of either loses a message.
final class WebhookIT {

    private static final String SECRET = "whsec_" + "QUJD".repeat(10);

    @TempDir static Path home;

    private static Database database;
    private Node node;
    private Client user;

    @BeforeAll
    static void startDatabase() {
        database = Database.start(home.resolve("postgres"));
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void startNode() {
        node = Node.start(settings());
        user = node.client().as("user");
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    private void restartNode() {
        node = Node.start(settings());
        user = node.client().as("user");
    }

    private static Map<String, String> settings() {
        return Map.of(
                "DATABASE_URL",
                database.url(),
                "DATA_DIR",
                home.toString(),
                "RATE_LIMIT_CREATE",
                "1000/minute",
                "WEBHOOK_SECRET",
                SECRET,
                "WEBHOOK_ALLOW_PRIVATE",
                "true");
    }

    private String submitTelling(int port) {
        var answer =
                user.post(
                        "/create-canvas",
                        """
                        {"instructions": "a -> b", "webhook_url": "http://localhost:%d/in"}
                        """
                                .formatted(port));
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().path("job_id").asText();
    }

    private JsonNode delivery(String job) {
        return user.get("/job/" + job + "/webhooks").body().path("webhooks").path(0);
    }

    @Test
    void a_receiver_is_told_of_the_end_and_can_verify_it() {
        try (var receiver = Receiver.start()) {
            var job = submitTelling(receiver.port());
            Eventually.equal("delivered", () -> delivery(job).path("status").asText());

            var message = receiver.messages.getFirst();
            assertThatCode(() -> new Webhook(SECRET).verify(message.body(), message.headers()))
                    .doesNotThrowAnyException();
            assertThat(message.body()).contains("\"type\":\"job.completed\"", job);
            assertThat(message.id()).isEqualTo(delivery(job).path("id").asText());
            assertThat(user.job(job).path("webhook").path("status").asText())
                    .isEqualTo("delivered");
            assertThat(user.text("/metrics"))
                    .contains("aijobs_webhook_deliveries_total{outcome=\"delivered\"} 1");
            assertThat(node.output()).doesNotContain(SECRET.substring(6));
        }
    }

    @Test
    void a_message_is_sent_again_on_demand() {
        try (var receiver = Receiver.start()) {
            var job = submitTelling(receiver.port());
            Eventually.equal("delivered", () -> delivery(job).path("status").asText());

            assertThat(user.post("/job/" + job + "/webhooks/redeliver", "").status())
                    .isEqualTo(202);

            Eventually.equal(2, () -> delivery(job).path("attempts").size());
            assertThat(receiver.messages).hasSize(2);
            assertThat(receiver.messages.getLast().id())
                    .isEqualTo(receiver.messages.getFirst().id());
        }
    }

    @Test
    void a_node_that_dies_while_the_receiver_is_down_loses_nothing() {
        var port = Receiver.freePort();
        var job = submitTelling(port);
        Eventually.equal(true, () -> !delivery(job).path("attempts").isEmpty());
        var id = delivery(job).path("id").asText();
        assertThat(user.job(job).path("webhook").path("last_error").asText())
                .isEqualTo("the connection was not accepted");
        node.kill();

        try (var receiver = Receiver.startAt(port)) {
            restartNode();

            Eventually.equal("delivered", () -> delivery(job).path("status").asText());
            assertThat(receiver.messages.getFirst().id()).isEqualTo(id);
        }
    }

    @Test
    void a_node_that_dies_between_the_end_and_its_delivery_loses_nothing() {
        String job;
        try (var hanging = Receiver.hanging()) {
            job = submitTelling(hanging.port());
            Eventually.equal(1, hanging.messages::size);
            node.kill();
            assertThat(database.query(state(job))).containsExactly("pending 0");

            try (var receiver = Receiver.start()) {
                database.query(
                        """
                        update webhook_deliveries set next_attempt_at = now(),
                            url = 'http://localhost:%d/', receiver = 'localhost:%d'
                        where job_id = '%s' returning 1
                        """
                                .formatted(receiver.port(), receiver.port(), job));
                restartNode();

                Eventually.equal("delivered", () -> delivery(job).path("status").asText());
                assertThat(receiver.messages.getFirst().id())
                        .isEqualTo(hanging.messages.getFirst().id());
                assertThat(receiver.messages.getFirst().body())
                        .isEqualTo(hanging.messages.getFirst().body());
            }
        }
    }

    private static String state(String job) {
        return "select status || ' ' || jsonb_array_length(attempts) from webhook_deliveries"
                + " where job_id = '"
                + job
                + "'";
    }

    @Test
    void an_orderly_stop_loses_nothing_either() {
        try (var hanging = Receiver.hanging()) {
            var job = submitTelling(hanging.port());
            Eventually.equal(1, hanging.messages::size);

            node.terminate();

            assertThat(node.awaitExit()).isEqualTo(143);
            assertThat(database.query(state(job))).containsExactly("pending 0");
        }
    }
}
