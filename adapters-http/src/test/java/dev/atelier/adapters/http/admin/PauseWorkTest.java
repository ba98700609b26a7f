package dev.atelier.adapters.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.SteerWork.Pause;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pausing and resuming.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PauseWorkTest {

    private TestServer server;
    private String root;

    @BeforeAll
    void start() {
        server = TestServer.start();
        root = server.tokenOfAdmin();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.administration.pauses.clear();
    }

    @Test
    void pauses_a_provider_for_a_reason_and_resumes_it() {
        var body = "{\"provider\": \"openai\", \"reason\": \" over budget \"}";

        var paused = server.post("/admin/pause", root, body);

        assertThat(paused.status()).isEqualTo(200);
        assertThat(server.administration.pauses)
                .containsExactly(new Pause("openai", "over budget", new UserId("root"), Jobs.NOON));
        assertThat(paused.json().path("pauses").get(0).path("by").asText()).isEqualTo("root");

        server.post("/admin/resume", root, "{\"provider\": \"openai\"}");
        assertThat(server.administration.pauses).isEmpty();
    }

    @Test
    void without_a_provider_it_is_all_work() {
        server.post("/admin/pause", root, "{}");

        assertThat(server.administration.pauses).extracting(Pause::provider).containsNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "pause  | provider | {\"provider\": \"crystal-ball\"}",
                "pause  | reason   | {\"reason\": \" \"}",
                "pause  | reason   | {\"reason\": \"a\\u0000b\"}",
                "resume | provider | {\"provider\": \"\"}",
                "resume | provider | {\"provider\": \"a\\u0000b\"}",
                "resume | reason   | {\"reason\": \"why\"}",
            })
    void names_the_member_that_is_wrong(String action, String member, String body) {
        var reply = server.post("/admin/" + action, root, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("details").has(member)).isTrue();
        assertThat(server.administration.pauses).isEmpty();
    }
}
