package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.websocket.WsClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;

/// What is not served, and how that is told.
class RefusalsTest extends EngineTest {

    private static final String UNKNOWN = "&sid=AAAAAAAAAAAAAAAAAAAA";

    @Override
    EngineSettings settings() {
        var usual = EchoServer.ENGINE;
        return new EngineSettings(
                usual.pingInterval(),
                usual.pingTimeout(),
                usual.maxPayload(),
                usual.backlog(),
                2,
                usual.origins());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  |                                  | 0",
                "GET  | ?EIO=4                           | 0",
                "GET  | ?EIO=4&transport=abc             | 0",
                "GET  | ?EIO=4&transport=%ff             | 0",
                "GET  | ?transport=polling               | 5",
                "GET  | ?EIO=3&transport=polling         | 5",
                "GET  | ?EIO=abc&transport=polling       | 5",
                "GET  | ?EIO=4&transport=polling&sid=abc | 1",
                "GET  | ?EIO=4&transport=polling&sid=    | 1",
                "POST | ?EIO=4&transport=polling&sid=abc | 1",
                "POST | ?EIO=4&transport=polling         | 2",
                "PUT  | ?EIO=4&transport=polling         | 2",
                "GET  | ?EIO=4&transport=websocket       | 3"
            })
    void are_told_by_the_protocols_numbers(String method, String query, int code) {
        var request = client.request(query == null ? "" : query);

        var reply = client.send(request.method(method, BodyPublishers.noBody()));

        PollingTest.refused(reply, 400, code);
        assertThat(reply.header("content-type")).isEqualTo("application/json");
    }

    @Test
    void are_for_other_methods_of_a_known_session_too() {
        var sid = client.open();

        for (var method : new String[] {"PUT", "DELETE", "PATCH"}) {
            var query = "?EIO=4&transport=polling&sid=" + sid;
            PollingTest.refused(
                    client.send(client.request(query).method(method, BodyPublishers.noBody())),
                    400,
                    3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?transport=websocket",
                "?EIO=3&transport=websocket",
                "?EIO=4",
                "?EIO=4&transport=abc",
                "?EIO=4&transport=websocket" + UNKNOWN
            })
    void keep_a_request_for_a_websocket_an_http_request(String query) throws IOException {
        try (var raw = new RawClient(server.port())) {
            var heard = raw.say(WsClient.upgrade(PATH + query)).hearUntil("}");

            assertThat(RawClient.statusOf(heard)).isEqualTo(400);
            assertThat(heard).contains("{\"code\":");
        }
    }

    @Test
    void are_for_clients_beyond_the_limit() throws IOException {
        client.open();
        webSocket(WEBSOCKET).next();

        PollingTest.refused(client.get("?EIO=4&transport=polling"), 503, 4);
        try (var raw = new RawClient(server.port())) {
            var heard = raw.say(WsClient.upgrade(WEBSOCKET)).hearUntil("}");
            assertThat(RawClient.statusOf(heard)).isEqualTo(400);
        }
    }

    @Test
    void make_room_for_others_once_a_client_has_left() throws Exception {
        client.open();
        var sid = client.open();
        client.post(sid, "1");
        end();
        client.poll(sid);

        assertThat(client.open()).isNotEmpty();
    }
}
