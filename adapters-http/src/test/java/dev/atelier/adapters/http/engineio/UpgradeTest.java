package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// From polling to a WebSocket.
class UpgradeTest extends EngineTest {

    private static final Duration NOOP_DELAY = Duration.ofMillis(100);

    @Test
    void releases_the_poll_and_goes_on_by_websocket() throws Exception {
        var sid = client.open();
        var poll = client.polling(sid);
        awaitWaiting(sid);
        var socket = webSocket(webSocketOf(sid));

        assertThat(socket.send("2probe").next()).isEqualTo("3probe");
        timer.pass(NOOP_DELAY);
        assertThat(poll.get(20, TimeUnit.SECONDS).text()).isEqualTo("6");
        client.post(sid, "4posted meanwhile");
        socket.send("5").send("4hello");

        assertThat(socket.next()).isEqualTo("4posted meanwhile");
        assertThat(socket.next()).isEqualTo("4hello");
        PollingTest.refused(client.poll(sid), 400, 3);
        PollingTest.refused(client.post(sid, "4x"), 400, 3);
        assertThat(socket.send("4unharmed").next()).isEqualTo("4unharmed");
    }

    @Test
    void releases_a_poll_that_comes_while_it_probes() throws Exception {
        var sid = client.open();
        var socket = webSocket(webSocketOf(sid));
        socket.send("2probe").next();
        var poll = client.polling(sid);
        awaitWaiting(sid);

        timer.pass(NOOP_DELAY);

        assertThat(poll.get(20, TimeUnit.SECONDS).text()).isEqualTo("6");
    }

    @Test
    void still_brings_packets_by_the_poll_while_it_probes() throws Exception {
        var sid = client.open();
        var socket = webSocket(webSocketOf(sid));
        socket.send("2probe").next();
        client.post(sid, "4hello");

        assertThat(client.poll(sid).text()).isEqualTo("4hello");
    }

    @Test
    void refuses_a_poll_that_still_waits_when_the_client_upgrades() throws Exception {
        var sid = client.open();
        var poll = client.polling(sid);
        awaitWaiting(sid);
        var socket = webSocket(webSocketOf(sid));

        socket.send("2probe").send("5");

        PollingTest.refused(poll.get(20, TimeUnit.SECONDS), 400, 3);
        assertThat(socket.next()).isEqualTo("3probe");
        assertThat(socket.send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void turns_away_a_second_websocket_and_keeps_the_first() throws Exception {
        var sid = client.open();
        var first = webSocket(webSocketOf(sid));
        first.send("2probe").next();
        assertThat(webSocket(webSocketOf(sid)).next()).isEqualTo("close:1008");
        first.send("5");
        assertThat(first.send("4hello").next()).isEqualTo("4hello");

        assertThat(webSocket(webSocketOf(sid)).next()).isEqualTo("close:1008");

        assertThat(first.send("4unharmed").next()).isEqualTo("4unharmed");
    }

    @Test
    void wants_a_probe_first() throws Exception {
        for (var text : new String[] {"5", "4hello", "2", "2other", "abc"}) {
            var sid = client.open();

            assertThat(webSocket(webSocketOf(sid)).send(text).next())
                    .as(text)
                    .isEqualTo("close:1008");

            client.post(sid, "4polling goes on");
            assertThat(client.poll(sid).text()).isEqualTo("4polling goes on");
        }
    }

    @Test
    void can_be_tried_again_after_the_websocket_was_lost() throws Exception {
        var sid = client.open();
        var lost = webSocket(webSocketOf(sid));
        lost.send("2probe").next();
        lost.raw(dev.atelier.adapters.http.websocket.Frames.close(1000));
        assertThat(lost.next()).isEqualTo("close:1000");
        assertThat(lost.next()).isEqualTo("end");

        var second = webSocket(webSocketOf(sid));

        assertThat(second.send("2probe").next()).isEqualTo("3probe");
        assertThat(second.send("5").send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void is_given_up_when_it_takes_too_long() throws Exception {
        var sid = client.open();
        var socket = webSocket(webSocketOf(sid));
        socket.send("2probe").next();

        timer.pass(Duration.ofSeconds(10));

        assertThat(socket.next()).isEqualTo("close:1008");
        client.post(sid, "4polling goes on");
        assertThat(client.poll(sid).text()).isEqualTo("4polling goes on");
    }

    @Test
    void takes_the_heartbeat_along() throws Exception {
        var sid = client.open();
        var socket = webSocket(webSocketOf(sid));
        socket.send("2probe").next();
        assertThat(socket.send("5").send("4in use").next()).isEqualTo("4in use");

        timer.pass(Duration.ofSeconds(25));

        assertThat(socket.next()).isEqualTo("2");
    }

    @Test
    void ends_the_candidate_with_the_session() throws Exception {
        var sid = client.open();
        var socket = webSocket(webSocketOf(sid));
        socket.send("2probe").next();

        client.post(sid, "1");

        assertThat(socket.next()).isEqualTo("close:1008");
        assertThat(end()).isEqualTo(CloseReason.CLIENT_CLOSED);
    }
}
