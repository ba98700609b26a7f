package dev.atelier.adapters.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.websocket.WsClient;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;

/// An upgrade opens the guard for its own connection, and only where it is agreed on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradesTest {

    private static final String WEBSOCKET = "/engine.io/?EIO=4&transport=websocket";

    /// Helidon's parser by itself takes the sign for granted.
    private static final String AMBIGUOUS =
            RawClient.lines(
                    "POST /plain HTTP/1.1", "Host: localhost", "Content-Length: +5", "", "x");

    private EchoServer server;

    @BeforeAll
    void start() {
        server = EchoServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void let_everything_pass_after_they_are_agreed_on() throws IOException {
        try (var socket = new WsClient(server.port(), WEBSOCKET)) {
            socket.next();
            assertThat(socket.send("4POST / HTTP/1.1\r\n").next())
                    .isEqualTo("4POST / HTTP/1.1\r\n");
        }
    }

    @Test
    void are_not_agreed_on_for_another_path() throws IOException {
        for (var path : new String[] {"/plain", "/engine.io/x", "/ENGINE.IO/"}) {
            try (var client = new RawClient(server.port())) {
                var target = path + "?EIO=4&transport=websocket";

                var heard = client.say(WsClient.upgrade(target)).hearUntil("\r\n\r\n");

                assertThat(RawClient.statusOf(heard)).as(path).isIn(200, 404);
                assertThat(RawClient.statusOf(client.say(AMBIGUOUS).hearToTheEnd())).isZero();
            }
        }
    }

    @Test
    void leave_the_guard_where_it_is_when_they_are_refused() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(WsClient.upgrade(WEBSOCKET + "&sid=unknown"));
            assertThat(RawClient.statusOf(client.hearUntil("}"))).isEqualTo(400);

            var heard = client.say(AMBIGUOUS).hearToTheEnd();

            assertThat(RawClient.statusOf(heard)).isEqualTo(400);
        }
    }

    @Test
    void are_not_for_a_request_with_a_body() throws IOException {
        var head = WsClient.upgrade(WEBSOCKET);
        var withBody =
                head.substring(0, head.length() - 2) + "Content-Length: 5\r\n\r\nhello" + AMBIGUOUS;
        try (var client = new RawClient(server.port())) {
            var heard = client.say(withBody).hearToTheEnd();

            assertThat(RawClient.answersIn(heard)).isEqualTo(2);
            assertThat(heard).doesNotContain("101 Switching");
        }
    }

    @Test
    void need_a_version_that_we_speak() throws IOException {
        var old = WsClient.upgrade(WEBSOCKET).replace("Version: 13", "Version: 8");
        try (var client = new RawClient(server.port())) {
            var heard = client.say(old).hearToTheEnd();

            assertThat(RawClient.statusOf(heard)).isEqualTo(426);
            assertThat(heard).contains("Sec-WebSocket-Version: 13");
        }
    }

    @Test
    void are_for_no_other_protocol() throws IOException {
        var h2c = WsClient.upgrade(WEBSOCKET).replace("Upgrade: websocket", "Upgrade: h2c");
        try (var client = new RawClient(server.port())) {
            assertThat(RawClient.statusOf(client.say(h2c).hearUntil("}"))).isEqualTo(400);
        }
    }

    @Test
    void are_not_offered_by_the_product_elsewhere() throws IOException {
        try (var product = TestServer.start();
                var client = new RawClient(product.port())) {
            var heard = client.say(WsClient.upgrade("/api/ai-agent/health/live")).hearUntil("}");

            assertThat(RawClient.statusOf(heard)).isEqualTo(200);
        }
    }
}
