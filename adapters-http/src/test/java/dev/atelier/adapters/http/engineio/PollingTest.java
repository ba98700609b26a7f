package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.conformance.PollingClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

class PollingTest extends EngineTest {

    @Test
    void begins_with_a_handshake() {
        var reply = client.get("?EIO=4&transport=polling&t=abc");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.text())
                .matches(
                        "0\\{\"sid\":\"[\\w-]{20}\",\"upgrades\":\\[\"websocket\"],"
                                + "\"pingInterval\":25000,\"pingTimeout\":20000,"
                                + "\"maxPayload\":10000}");
    }

    @Test
    void is_served_without_the_last_slash_too() {
        try (var other = new PollingClient(server.port(), "/engine.io")) {
            assertThat(other.open()).isNotEmpty();
        }
    }

    @Test
    void brings_packets_and_fetches_them_in_order() {
        var sid = client.open();

        var posted = client.post(sid, "4one\u001ebAQIDBA==\u001e4zwei äöü €\u001e4");

        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.text()).isEqualTo("ok");
        assertThat(client.poll(sid).text())
                .isEqualTo("4one\u001ebAQIDBA==\u001e4zwei äöü €\u001e4");
    }

    @Test
    void wakes_a_poll_that_waits() throws Exception {
        var sid = client.open();
        var poll = client.polling(sid);
        awaitWaiting(sid);

        client.post(sid, "4late");

        assertThat(poll.get(20, TimeUnit.SECONDS).text()).isEqualTo("4late");
    }

    @Test
    void refuses_the_second_poll_at_once_and_ends_the_session() throws Exception {
        var sid = client.open();
        var first = client.polling(sid);
        awaitWaiting(sid);

        var second = client.poll(sid);

        assertThat(second.status()).isEqualTo(400);
        assertThat(first.get(20, TimeUnit.SECONDS).text()).isEqualTo("1");
        assertThat(end()).isEqualTo(CloseReason.DUPLICATE_REQUEST);
        refused(client.poll(sid), 400, 1);
    }

    @Test
    void refuses_the_second_post_at_once_and_ends_the_session() throws Exception {
        var sid = client.open();
        try (var slow = new RawClient(server.port())) {
            slow.say(
                    RawClient.lines(
                            "POST " + PATH + PollingClient.query(sid) + " HTTP/1.1",
                            "Host: localhost",
                            "Expect: 100-continue",
                            "Content-Length: 2",
                            ""));
            slow.hearUntil("100 Continue");

            refused(client.post(sid, "4second"), 400, 3);

            assertThat(end()).isEqualTo(CloseReason.DUPLICATE_REQUEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "4ok\u001eabc", "", "0{}", "2", "5", "b%%"})
    void ends_the_session_of_a_client_that_breaks_the_protocol(String packets)
            throws InterruptedException {
        var sid = client.open();

        client.post(sid, packets);

        assertThat(end()).isEqualTo(CloseReason.MALFORMED);
        refused(client.poll(sid), 400, 1);
    }

    @Test
    void takes_no_raw_bytes() throws InterruptedException {
        var sid = client.open();

        var reply =
                client.send(
                        client.request(PollingClient.query(sid))
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofString("4a")));

        refused(reply, 400, 3);
        assertThat(end()).isEqualTo(CloseReason.MALFORMED);
    }

    @Test
    void takes_a_payload_up_to_the_maximum() {
        var sid = client.open();
        var largest = "4" + "x".repeat(EchoServer.MAX_PAYLOAD - 1);

        assertThat(client.post(sid, largest).status()).isEqualTo(200);
        assertThat(client.poll(sid).text()).isEqualTo(largest);
        refused(client.post(sid, largest + "x"), 413, 3);
    }

    @Test
    void takes_chunks_up_to_the_maximum() {
        var sid = client.open();
        var body = ("4" + "x".repeat(EchoServer.MAX_PAYLOAD)).getBytes(StandardCharsets.UTF_8);

        var reply =
                client.send(
                        client.request(PollingClient.query(sid))
                                .POST(BodyPublishers.ofByteArrays(List.of(body))));

        refused(reply, 413, 3);
    }

    @Test
    void ends_with_the_clients_goodbye() throws Exception {
        var sid = client.open();
        var poll = client.polling(sid);
        awaitWaiting(sid);

        assertThat(client.post(sid, "1").text()).isEqualTo("ok");

        assertThat(poll.get(20, TimeUnit.SECONDS).text()).isEqualTo("6");
        assertThat(end()).isEqualTo(CloseReason.CLIENT_CLOSED);
        refused(client.poll(sid), 400, 1);
    }

    @Test
    void lets_a_poll_end_well_that_crosses_the_clients_goodbye() throws InterruptedException {
        var sid = client.open();
        client.post(sid, "1\u001e4too late");
        assertThat(end()).isEqualTo(CloseReason.CLIENT_CLOSED);

        assertThat(client.poll(sid).text()).isEqualTo("6");

        refused(client.poll(sid), 400, 1);
        refused(client.post(sid, "4hello"), 400, 1);
    }

    @Test
    void forgets_a_session_whose_farewell_nobody_fetches() throws InterruptedException {
        var sid = client.open();
        client.post(sid, "1");
        end();

        timer.pass(Duration.ofSeconds(20));

        refused(client.poll(sid), 400, 1);
        assertThat(server.engine.sessionCount()).isZero();
    }

    @Test
    void tells_what_it_had_to_say_before_the_servers_goodbye() throws InterruptedException {
        var sid = client.open();
        client.post(sid, "4hello");

        server.engine.session(sid).close();

        assertThat(end()).isEqualTo(CloseReason.SERVER_CLOSED);
        assertThat(client.poll(sid).text()).isEqualTo("4hello\u001e1");
        refused(client.poll(sid), 400, 1);
    }

    @Test
    void notices_that_a_client_has_gone_while_it_polled() throws Exception {
        var sid = client.open();
        try (var leaving = new RawClient(server.port())) {
            leaving.say(poll(sid));
            awaitWaiting(sid);
        }

        assertThat(end()).isEqualTo(CloseReason.TRANSPORT_CLOSED);
        refused(client.poll(sid), 400, 1);
    }

    @Test
    void goes_on_with_the_connection_of_a_poll() throws Exception {
        var sid = client.open();
        try (var patient = new RawClient(server.port())) {
            patient.say(poll(sid));
            awaitWaiting(sid);
            client.post(sid, "4one");
            patient.hearUntil("4one");

            patient.say(poll(sid));
            awaitWaiting(sid);
            client.post(sid, "4two");

            assertThat(patient.hearUntil("4two")).contains("HTTP/1.1 200");
        }
    }

    @Test
    void waits_longer_than_an_idle_connection_may() throws Exception {
        var sid = client.open();
        try (var patient = new RawClient(server.port())) {
            patient.say(poll(sid));
            awaitWaiting(sid);
            try (var idle = new RawClient(server.port())) {
                // Its time is over later than that of a connection that had sent nothing more.
                idle.say(RawClient.lines("GET /plain HTTP/1.1", "Host: localhost", ""));
                idle.hearToTheEnd();
            }

            client.post(sid, "4still there");

            assertThat(patient.hearUntil("still there")).contains("HTTP/1.1 200");
        }
    }

    private static String poll(String sid) {
        return RawClient.lines(
                "GET " + PATH + PollingClient.query(sid) + " HTTP/1.1", "Host: localhost", "");
    }

    static void refused(Reply reply, int status, int code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("code").asInt(-1)).isEqualTo(code);
        assertThat(reply.json().path("message").asText()).isNotEmpty();
    }
}
