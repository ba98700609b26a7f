package dev.atelier.adapters.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.util.ArrayList;

/// What a connection may do, and how long.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {

    private static final String HEALTH =
            RawClient.lines("GET /api/ai-agent/health/live HTTP/1.1", "Host: localhost");
    private static final String TOKEN =
            RawClient.lines(
                    "POST /api/ai-agent/dev/token HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json");
    private static final String ALIVE = "\"status\":\"alive\"}";

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
    void serves_pipelined_requests_one_after_another() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(HEALTH + "\r\n" + TOKEN + "Content-Length: 2\r\n\r\n{}" + HEALTH + "\r\n");

            var first = client.hearUntil(ALIVE);
            var second = client.hearUntil("\"expires_in\":86400}");
            var third = client.hearUntil(ALIVE);

            assertThat(first + second + third).doesNotContain("HTTP/1.1 4");
        }
    }

    @Test
    void joins_chunks_however_they_are_cut() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(TOKEN + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
            client.say("2;name=value\r\n{\"\r\n5\r\nuser\"\r\n");
            client.say("6\r\n:\"bob\"\r");
            client.say("\n1\r\n}\r\n0\r\n\r\n");

            assertThat(RawClient.statusOf(client.hearToTheEnd())).isEqualTo(200);
        }
    }

    @Test
    void closes_when_the_client_asks_for_that() throws IOException {
        try (var client = new RawClient(server.port())) {
            var heard = client.say(HEALTH + "Connection: close\r\n\r\n" + HEALTH).hearToTheEnd();

            assertThat(RawClient.answersIn(heard)).isEqualTo(1);
            assertThat(heard).containsIgnoringCase("Connection: close").endsWith(ALIVE);
        }
    }

    @Test
    void asks_for_a_body_that_waits_to_be_asked_for() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(TOKEN + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            client.hearUntil("HTTP/1.1 100 Continue\r\n\r\n");

            assertThat(RawClient.statusOf(client.say("{}").hearToTheEnd())).isEqualTo(200);
        }
    }

    @Test
    void never_takes_a_body_that_was_not_asked_for_as_a_request() throws IOException {
        var inside = HEALTH + "\r\n";
        var head =
                RawClient.lines(
                        "POST /api/ai-agent/create-canvas HTTP/1.1",
                        "Host: localhost",
                        "Expect: 100-continue",
                        "Content-Length: " + inside.length(),
                        "");
        try (var client = new RawClient(server.port())) {
            var heard = client.say(head + inside).hearToTheEnd();

            assertThat(RawClient.statusOf(heard)).isEqualTo(401);
            assertThat(RawClient.answersIn(heard)).isEqualTo(1);
        }
    }

    @Test
    void never_changes_to_another_protocol() throws IOException {
        var upgrade =
                RawClient.lines(
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                        "");
        try (var client = new RawClient(server.port())) {
            var heard = client.say(HEALTH + upgrade).hearUntil(ALIVE);

            assertThat(RawClient.statusOf(heard)).isEqualTo(200);
        }
    }

    @Test
    void leaves_a_client_that_says_nothing() throws IOException {
        try (var client = new RawClient(server.port())) {
            assertThat(client.hearToTheEnd()).isEmpty();
        }
    }

    @Test
    void answers_408_to_a_head_that_stalls_and_closes() throws IOException {
        try (var client = new RawClient(server.port())) {
            var heard = client.say(HEALTH + "X-Slow: ").hearToTheEnd();

            assertThat(RawClient.statusOf(heard)).isEqualTo(408);
        }
    }

    @Test
    void answers_408_to_a_body_that_stalls_and_closes() throws IOException {
        try (var client = new RawClient(server.port())) {
            var heard = client.say(TOKEN + "Content-Length: 100\r\n\r\n{").hearToTheEnd();

            assertThat(RawClient.statusOf(heard)).isEqualTo(408);
            assertThat(RawClient.answersIn(heard)).isEqualTo(1);
        }
    }

    @Test
    void answers_408_to_a_chunk_that_stalls_and_closes() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(TOKEN + "Transfer-Encoding: chunked\r\n\r\n5\r\n{");

            assertThat(RawClient.statusOf(client.hearToTheEnd())).isEqualTo(408);
        }
    }

    @Test
    void frees_every_stalled_connection_while_it_serves_others() throws IOException {
        var stalled = new ArrayList<RawClient>();
        for (var n = 0; n < 100; n++) {
            stalled.add(new RawClient(server.port()).say("POST / HT"));
        }

        assertThat(server.get("/health/live", "").status()).isEqualTo(200);
        for (var client : stalled) {
            assertThat(RawClient.statusOf(client.hearToTheEnd())).isEqualTo(408);
            client.close();
        }
    }

    @Test
    void survives_a_client_that_leaves_in_the_middle() throws IOException {
        new RawClient(server.port()).say(HEALTH).close();
        new RawClient(server.port()).say(TOKEN + "Content-Length: 100\r\n\r\n{").close();

        assertThat(server.get("/health/live", "").status()).isEqualTo(200);
    }
}
