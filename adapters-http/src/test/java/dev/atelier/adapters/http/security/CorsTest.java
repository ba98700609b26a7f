package dev.atelier.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.http.HttpRequest.BodyPublishers;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorsTest {

    private static final String OURS = "https://app.example";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void lets_a_page_of_ours_read_answers_bad_ones_too() {
        var reply = server.send(server.request("/jobs", "").header("Origin", OURS).GET());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(OURS);
        assertThat(reply.header("access-control-expose-headers"))
                .contains("Retry-After")
                .contains("Location");
        assertThat(reply.header("vary")).isEqualTo("Origin");
        assertThat(reply.headers()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void answers_the_preflight_of_a_page_of_ours() {
        var reply = preflight(OURS);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("access-control-allow-methods"))
                .contains("DELETE")
                .contains("PATCH");
        assertThat(reply.header("access-control-allow-headers")).contains("Authorization");
    }

    @Test
    void tells_other_pages_nothing() {
        for (var origin :
                new String[] {"https://evil.example", "https://app.example.evil", "null"}) {
            var reply = preflight(origin);

            assertThat(reply.status()).as(origin).isEqualTo(405);
            assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    private Reply preflight(String origin) {
        return server.send(
                server.request("/create-canvas", "")
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }
}
