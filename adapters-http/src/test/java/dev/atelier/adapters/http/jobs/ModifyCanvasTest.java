package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.adapters.http.limits.RateLimit;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModifyCanvasTest {

    private static final String SIMPLE = "{\"canvas_id\":\"flow\",\"instructions\":\"Add a step\"}";

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
        server.application.whileWaiting = job -> job;
    }

    @Test
    void is_accepted_with_the_job_id_and_where_to_look() {
        var reply = modify(SIMPLE);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().path("message").asText())
                .isEqualTo("Canvas modification job started");
        var job = reply.json().path("job_id").asText();
        assertThat(reply.header("location")).isEqualTo("/api/ai-agent/job/" + job + "/status");
        var shown = server.get("/job/" + job + "/status", alice).json().path("job");
        assertThat(shown.path("job_type").asText()).isEqualTo("modify_canvas");
        assertThat(shown.path("canvas_id").asText()).isEqualTo("flow");
    }

    @Test
    void takes_every_member_into_the_command() {
        modify(
                """
                {"canvas_id": "flow", "instructions": " Add ", "style": "minimal",
                 "colorScheme": "pastel", "priority": 7, "timeout_seconds": 30, "tags": ["a"]}
                """);

        var command = server.application.commands.getFirst();
        assertThat(command.owner()).isEqualTo(Jobs.ALICE);
        var request = (ModifyCanvas) command.request();
        assertThat(request.target().value()).isEqualTo("flow");
        assertThat(request.brief().instructions().text()).isEqualTo("Add");
        assertThat(request.brief().style().word()).isEqualTo("minimal");
        assertThat(request.brief().colors().word()).isEqualTo("pastel");
        assertThat(command.terms().priority().value()).isEqualTo(7);
        assertThat(command.terms().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(command.terms().tags().values()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    canvas_id    | {"instructions": "x"}
                    canvas_id    | {"instructions": "x", "canvas_id": null}
                    canvas_id    | {"instructions": "x", "canvas_id": "a/b"}
                    instructions | {"canvas_id": "flow"}
                    style        | {"canvas_id": "flow", "instructions": "x", "style": "gothic"}
                    version      | {"canvas_id": "flow", "instructions": "x", "version": 1}
                    """)
    void names_the_wrong_member(String member, String body) {
        var reply = modify(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details(member)).as(reply.text()).hasSize(1);
        assertThat(server.application.commands).isEmpty();
    }

    @Test
    void is_a_404_for_a_canvas_that_is_not_there_or_not_ones_own() {
        var bob = server.tokenOf("bob");

        var foreign = server.post("/modify-canvas", bob, SIMPLE);
        var none = server.post("/modify-canvas", bob, SIMPLE.replace("flow", "none"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(foreign.json().path("error").asText()).isEqualTo("Canvas not found");
        assertThat(foreign.json().path("detail")).isEqualTo(none.json().path("detail"));
    }

    @Test
    void answers_the_same_job_again_under_the_same_key() {
        var first = modifyWith("Idempotency-Key", "change-1");
        var second = modifyWith("Idempotency-Key", "change-1");

        assertThat(second.json().path("job_id")).isEqualTo(first.json().path("job_id"));
        assertThat(second.header("idempotent-replayed")).isEqualTo("true");
    }

    @Test
    void a_key_that_stands_for_a_new_canvas_does_not_stand_for_a_change() {
        var created =
                server.send(
                        server.request("/create-canvas", alice)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "both")
                                .POST(BodyPublishers.ofString(SIMPLE)));

        assertThat(created.status()).isEqualTo(202);
        assertThat(modifyWith("Idempotency-Key", "both").status()).isEqualTo(422);
    }

    @Test
    void waits_for_the_result_if_the_client_prefers_that() {
        server.application.whileWaiting = job -> completed(job);

        var reply = modifyWith("Prefer", "wait=10");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("preference-applied")).isEqualTo("wait=10");
        assertThat(reply.json().path("result").path("message").asText())
                .isEqualTo("Successfully modified the canvas: it has 3 objects");
    }

    @Test
    void counts_against_the_limit_on_creating() {
        var once = TestSettings.creatingAtMost(RateLimit.parse("1/minute"));
        try (var strict = TestServer.start(once)) {
            var token = strict.tokenOf("alice");
            strict.canvases.add(Jobs.ALICE, "flow", Designs.aFlow());

            assertThat(strict.post("/modify-canvas", token, SIMPLE).status()).isEqualTo(202);
            assertThat(strict.post("/modify-canvas", token, SIMPLE).status()).isEqualTo(429);
        }
    }

    private static AIJob completed(AIJob job) {
        return Jobs.completion(job.start(Jobs.aWorker(), Jobs.NOON).job(), Jobs.NOON).job();
    }

    private Reply modify(String body) {
        return server.post("/modify-canvas", alice, body);
    }

    private Reply modifyWith(String header, String value) {
        return server.send(
                server.request("/modify-canvas", alice)
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(BodyPublishers.ofString(SIMPLE)));
    }
}
