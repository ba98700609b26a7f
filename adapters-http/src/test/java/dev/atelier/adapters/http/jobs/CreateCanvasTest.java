package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreateCanvasTest {

    private static final String SIMPLE = "{\"instructions\":\"Create a simple flowchart\"}";

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.application.commands.clear();
        server.application.failure = null;
        server.application.whileWaiting = job -> job;
    }

    @Test
    void is_accepted_with_the_job_id_and_where_to_look() {
        var reply = server.post("/create-canvas", alice, SIMPLE);

        assertThat(reply.status()).isEqualTo(202);
        var body = reply.json();
        assertThat(body.path("success").asBoolean()).isTrue();
        assertThat(body.path("message").asText()).isEqualTo("Canvas creation job started");
        assertThat(body.path("status").asText()).isEqualTo("queued");
        assertThat(reply.header("location"))
                .isEqualTo("/api/ai-agent/job/" + body.path("job_id").asText() + "/status");
        assertThat(reply.header("content-type")).isEqualTo("application/json");
    }

    @Test
    void takes_every_member_into_the_command() {
        server.post(
                "/create-canvas",
                alice,
                """
                {"instructions": " Draw ", "style": "minimal", "colorScheme": "pastel",
                 "canvas_id": "c-1", "priority": -5, "scheduled_at": "2026-11-23T14:00:00+01:00",
                 "start_within_seconds": 60, "timeout_seconds": 30, "tags": ["a", "b"]}
                """);

        var command = server.application.commands.getFirst();
        assertThat(command.owner()).isEqualTo(Jobs.ALICE);
        assertThat(command.key()).isNull();
        var brief = ((CreateCanvas) command.request()).brief();
        assertThat(brief.instructions().text()).isEqualTo("Draw");
        assertThat(brief.style().word()).isEqualTo("minimal");
        assertThat(brief.colors().word()).isEqualTo("pastel");
        assertThat(brief.target()).isNotNull();
        var terms = command.terms();
        var scheduled = Instant.parse("2026-11-23T13:00:00Z");
        assertThat(terms.priority().value()).isEqualTo(-5);
        assertThat(terms.notBefore()).isEqualTo(scheduled);
        assertThat(terms.startBy()).isEqualTo(scheduled.plusSeconds(60));
        assertThat(terms.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(terms.tags().values()).containsExactly("a", "b");
    }

    @Test
    void takes_a_member_that_is_null_as_absent() {
        var reply =
                server.post(
                        "/create-canvas",
                        alice,
                        """
                        {"instructions": "x", "style": null, "canvas_id": null, "priority": null}
                        """);

        assertThat(reply.status()).isEqualTo(202);
    }

    @Test
    void passes_a_well_formed_trace_on_and_ignores_any_other() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        createWith("traceparent", trace);
        createWith("traceparent", "00-nonsense");

        assertThat(server.application.commands)
                .extracting(command -> command.terms().traceparent())
                .containsExactly(trace, null);
    }

    @Test
    void answers_the_same_job_again_under_the_same_key() {
        var first = createWith("Idempotency-Key", "order-1");
        var second = createWith("Idempotency-Key", "order-1");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("job_id")).isEqualTo(first.json().path("job_id"));
        assertThat(first.header("idempotent-replayed")).isEmpty();
        assertThat(second.header("idempotent-replayed")).isEqualTo("true");
    }

    @Test
    void refuses_a_key_that_stands_for_another_body() {
        createWith("Idempotency-Key", "order-2");

        var reply =
                server.send(
                        server.request("/create-canvas", alice)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "order-2")
                                .POST(BodyPublishers.ofString("{\"instructions\":\"other\"}")));

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void repeats_its_first_answer_word_for_word_though_the_job_has_moved_on() {
        var first = createWith("Idempotency-Key", "order-3");
        var job = new JobId(UUID.fromString(first.json().path("job_id").asText()));
        server.application.cancel(job, Jobs.ALICE);

        assertThat(createWith("Idempotency-Key", "order-3").text()).isEqualTo(first.text());
    }

    @Test
    void refuses_a_key_with_characters_nobody_sees() {
        var reply = createWith("Idempotency-Key", "two words");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details("Idempotency-Key")).isNotEmpty();
    }

    @Test
    void waits_for_the_result_if_the_client_prefers_that() {
        server.application.whileWaiting = job -> completed(job);

        var reply = createWith("Prefer", "respond-async, wait=10");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("preference-applied")).isEqualTo("wait=10");
        assertThat(reply.json().path("result").path("objects")).hasSize(3);
    }

    @Test
    void promises_the_result_for_later_if_the_wait_was_too_short() {
        var reply = createWith("Prefer", "wait=600");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("preference-applied")).isEqualTo("wait=60");
    }

    @Test
    void tells_a_waiting_client_of_a_failure() {
        server.application.whileWaiting = job -> failed(job);

        var reply = createWith("Prefer", "wait=10");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.json().path("error").asText()).isEqualTo(Jobs.REFUSED.message());
        assertThat(reply.json().path("job_status").asText()).isEqualTo("failed");
    }

    @Test
    void the_old_endpoint_answers_with_the_canvas() {
        server.application.whileWaiting = job -> completed(job);

        var reply = server.post("/create-canvas/sync", alice, SIMPLE);

        assertThat(reply.status()).isEqualTo(200);
        var canvas = reply.json().path("canvas");
        assertThat(canvas.path("id").asText()).isNotEmpty();
        assertThat(canvas.path("title").asText()).isEqualTo("Login");
        assertThat(canvas.path("objects").get(0).path("type").asText()).isEqualTo("rectangle");
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Successfully created 3 objects");
    }

    @Test
    void the_old_endpoint_gives_the_job_if_it_takes_too_long() {
        assertThat(server.post("/create-canvas/sync", alice, SIMPLE).status()).isEqualTo(202);
    }

    @Test
    void the_old_endpoint_tells_of_failure_and_of_cancellation() {
        server.application.whileWaiting = job -> failed(job);
        var failed = server.post("/create-canvas/sync", alice, SIMPLE);
        server.application.whileWaiting = job -> job.cancel(Jobs.NOON).job();
        var cancelled = server.post("/create-canvas/sync", alice, SIMPLE);

        assertThat(failed.status()).isEqualTo(502);
        assertThat(cancelled.status()).isEqualTo(409);
        assertThat(cancelled.json().path("job_status").asText()).isEqualTo("cancelled");
    }

    @Test
    void says_503_and_when_to_try_again_while_the_database_is_down() {
        server.application.failure = new StoreUnavailable(new IllegalStateException("db.internal"));

        var reply = server.post("/create-canvas", alice, SIMPLE);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("retry-after")).isEqualTo("5");
        assertThat(reply.text()).doesNotContain("db.internal");
    }

    @Test
    void says_nothing_about_a_failure_nobody_expected() {
        server.application.failure = new IllegalStateException("secret jdbc:postgresql://db");

        var reply = server.post("/create-canvas", alice, SIMPLE);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().path("error").asText()).isEqualTo("Internal server error");
        assertThat(reply.text()).doesNotContain("secret").doesNotContain("Exception");
    }

    private static AIJob completed(AIJob job) {
        return Jobs.completion(running(job), Jobs.NOON).job();
    }

    private static AIJob failed(AIJob job) {
        return Jobs.failure(running(job), Jobs.NOON).job();
    }

    private static AIJob running(AIJob job) {
        return job.start(Jobs.aWorker(), Jobs.NOON).job();
    }

    private Reply createWith(String header, String value) {
        return server.send(
                server.request("/create-canvas", alice)
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(BodyPublishers.ofString(SIMPLE)));
    }
}
