package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Who is told of an end, and what an owner sees of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {

    private static final WebhookUrl HOOK = new WebhookUrl("https://hooks.example/in?key=1");
    private static final Attempt REFUSED =
            new Attempt(1, Jobs.NOON, 503, null, Duration.ofMillis(120));
    private static final Attempt SILENT =
            new Attempt(2, Jobs.NOON.plusSeconds(5), null, "no answer", Duration.ofSeconds(15));

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
        server.canvases.add(Jobs.ALICE, "flow", Designs.aFlow());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.application.commands.clear();
        server.webhooks.deliveries.clear();
        server.webhooks.redelivered.clear();
    }

    private static Transition ending() {
        return Submission.by(Jobs.ALICE).toldTo(HOOK).made().job().cancel(Jobs.NOON);
    }

    private AIJob endedJob(Status status, Attempt... attempts) {
        var end = ending();
        var due = status == Status.PENDING ? Jobs.NOON.plusSeconds(60) : null;
        server.webhooks.deliveries.add(
                new WebhookDelivery(
                        Announcement.of(end).orElseThrow(), status, due, List.of(attempts)));
        return server.application.add(end.job());
    }

    private Reply get(AIJob job, String what) {
        return server.get("/job/" + job.id() + what, alice);
    }

    private static String body(String path, String url) {
        var canvas = path.equals("/modify-canvas") ? "\"canvas_id\":\"flow\"," : "";
        return "{" + canvas + "\"instructions\":\"a -> b\",\"webhook_url\":\"" + url + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/create-canvas", "/create-canvas/sync", "/modify-canvas"})
    void every_submission_may_name_a_receiver(String path) {
        server.application.whileWaiting = job -> job;

        assertThat(server.post(path, alice, body(path, HOOK.value())).status()).isEqualTo(202);

        assertThat(server.application.commands.getFirst().terms().webhook()).isEqualTo(HOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/create-canvas", "/create-canvas/sync", "/modify-canvas"})
    void a_receiver_in_our_own_network_is_refused(String path) {
        var reply = server.post(path, alice, body(path, "https://169.254.169.254/latest"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details("webhook_url"))
                .containsExactly("must not name a private or local host");
        assertThat(server.application.commands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hooks.example/", "https://user:pw@hooks.example/", "x"})
    void what_is_no_plain_https_url_is_refused(String url) {
        var reply = server.post("/create-canvas", alice, body("/create-canvas", url));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details("webhook_url")).hasSize(1);
    }

    @Test
    void a_server_that_has_nothing_to_sign_with_says_so() {
        try (var bare = TestServer.start(TestSettings.withoutWebhooks())) {
            var token = bare.tokenOf("alice");
            var reply = bare.post("/create-canvas", token, body("/create-canvas", HOOK.value()));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.details("webhook_url").getFirst())
                    .contains("webhooks are not set up on this server");
            var plain = bare.post("/create-canvas", token, "{\"instructions\":\"a -> b\"}");
            assertThat(plain.status()).isEqualTo(202);
        }
    }

    @Test
    void the_messages_of_a_job_are_shown_with_every_attempt() {
        var job = endedJob(Status.PENDING, REFUSED, SILENT);

        var reply = get(job, "/webhooks");

        assertThat(reply.status()).isEqualTo(200);
        var shown = reply.json().path("webhooks").get(0);
        assertThat(shown.path("id").asText()).startsWith("msg_").endsWith("_2");
        assertThat(shown.path("type").asText()).isEqualTo("job.cancelled");
        assertThat(shown.path("url").asText()).isEqualTo(HOOK.value());
        assertThat(shown.path("status").asText()).isEqualTo("pending");
        assertThat(shown.path("last_error").asText()).isEqualTo("no answer");
        assertThat(shown.path("next_attempt_at").asText()).isEqualTo("2026-11-23T12:01:00.000001Z");
        var first = shown.path("attempts").get(0);
        assertThat(first.path("number").asInt()).isEqualTo(1);
        assertThat(first.path("status_code").asInt()).isEqualTo(503);
        assertThat(first.path("error").asText()).isEqualTo("the receiver answered 503");
        assertThat(first.path("duration_seconds").asDouble()).isEqualTo(0.12);
        var second = shown.path("attempts").get(1);
        assertThat(second.path("status_code").isNull()).isTrue();
        assertThat(second.path("at").asText()).isEqualTo("2026-11-23T12:00:05.000001Z");
    }

    @Test
    void the_status_of_a_job_tells_whether_its_receiver_knows() {
        var told = endedJob(Status.DELIVERED, new Attempt(1, Jobs.NOON, 204, null, Duration.ZERO));
        var failed = endedJob(Status.FAILED, REFUSED, SILENT);
        var waiting = server.application.add(Submission.by(Jobs.ALICE).toldTo(HOOK).made().job());
        var silent = server.application.add(Jobs.aCancelledJob());

        assertThat(webhook(told)).hasToString("{\"status\":\"delivered\",\"last_error\":null}");
        assertThat(webhook(failed))
                .hasToString("{\"status\":\"failed\",\"last_error\":\"no answer\"}");
        assertThat(webhook(waiting)).hasToString("{\"status\":\"waiting\",\"last_error\":null}");
        assertThat(webhook(silent)).hasToString("null");
    }

    private Object webhook(AIJob job) {
        return get(job, "/status").json().path("job").path("webhook");
    }

    @Test
    void a_message_is_sent_again_on_demand() {
        var job = endedJob(Status.FAILED, REFUSED);

        var reply = server.post("/job/" + job.id() + "/webhooks/redeliver", alice);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(server.webhooks.redelivered).containsExactly(job.id());
    }

    @Test
    void where_there_is_nothing_to_send_again_the_job_is_told_to_be_in_the_way() {
        var waiting = server.application.add(Jobs.aQueuedJob());
        var silent = server.application.add(Jobs.aFailedJob());

        for (var job : List.of(waiting, silent)) {
            var reply = server.post("/job/" + job.id() + "/webhooks/redeliver", alice);

            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.json().path("job_status").asText()).isEqualTo(job.state().word());
        }
    }

    @Test
    void attempts_are_counted_by_what_followed() {
        server.webhooks.attemptsMade = Map.of("delivered", 3L, "retried", 1L);

        assertThat(server.get("/metrics", "").text())
                .contains(
                        "# TYPE aijobs_webhook_deliveries_total counter",
                        "aijobs_webhook_deliveries_total{outcome=\"delivered\"} 3",
                        "aijobs_webhook_deliveries_total{outcome=\"retried\"} 1");
    }
}
