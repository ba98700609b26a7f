package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.conformance.PollingClient;
import dev.atelier.adapters.http.engineio.EngineSettings.Backlog;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Clients that do not take what they are sent. Nobody waits for them.
class SlowClientTest extends EngineTest {

    private static final int MEBI = 1024 * 1024;
    private static final Packet LARGE = Packet.message("x".repeat(MEBI));

    @Override
    EngineSettings settings() {
        var usual = EchoServer.ENGINE;
        return new EngineSettings(
                usual.pingInterval(),
                usual.pingTimeout(),
                usual.maxPayload(),
                new Backlog(40, 40 * MEBI),
                usual.maxSessions(),
                usual.origins());
    }

    @Test
    void lose_their_session_when_too_much_waits_for_their_poll() throws InterruptedException {
        var sid = client.open();
        var session = server.engine.session(sid);

        for (var n = 0; n < 41; n++) {
            session.send(List.of(Packet.message("x")));
        }

        assertThat(end()).isEqualTo(CloseReason.OVERFLOW);
        PollingTest.refused(client.poll(sid), 400, 1);
    }

    @Test
    void lose_their_session_when_they_do_not_read_their_websocket() throws Exception {
        var slow = webSocket(WEBSOCKET);
        var quick = webSocket(WEBSOCKET);
        var toSlow = session(slow.next());
        var toQuick = session(quick.next());

        // More than any system keeps in its buffers; none of these calls waits.
        for (var n = 0; n < 100; n++) {
            toSlow.send(List.of(LARGE));
        }
        toQuick.send(List.of(Packet.message("unharmed")));

        assertThat(end()).isEqualTo(CloseReason.OVERFLOW);
        assertThat(quick.next()).isEqualTo("4unharmed");
        assertThat(server.engine.sessionCount()).isEqualTo(1);
    }

    @Test
    void lose_their_connection_when_they_do_not_read_the_answer_of_a_poll() throws Exception {
        var sid = client.open();
        for (var n = 0; n < 39; n++) {
            server.engine.session(sid).send(List.of(LARGE));
        }
        try (var slow = new RawClient(server.port())) {
            slow.say(
                    RawClient.lines(
                            "GET " + PATH + PollingClient.query(sid) + " HTTP/1.1",
                            "Host: localhost",
                            ""));
            slow.hearUntil("\r\n\r\n");
            timer.pass(Duration.ofSeconds(50));
            assertThat(end()).isEqualTo(CloseReason.PING_TIMEOUT);

            assertThat(slow.hearToTheEnd().length()).isLessThan(39 * MEBI);
        }
    }

    @Test
    void do_not_keep_a_goodbye_waiting_for_ever() throws Exception {
        var slow = webSocket(WEBSOCKET);
        var session = session(slow.next());
        for (var n = 0; n < 30; n++) {
            session.send(List.of(LARGE));
        }

        session.close();
        assertThat(end()).isEqualTo(CloseReason.SERVER_CLOSED);
        timer.pass(Duration.ofSeconds(25));

        var messages = 0;
        while (!slow.next().equals("end")) {
            messages++;
        }
        assertThat(messages).isLessThan(30);
    }

    private EngineSession session(String handshake) {
        return server.engine.session(handshake.substring(9, 29));
    }
}
