package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.websocket.Frames;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

class WebSocketTransportTest extends EngineTest {

    @Test
    void begins_with_a_handshake_that_offers_no_upgrade() throws IOException {
        assertThat(webSocket(WEBSOCKET).next())
                .matches(
                        "0\\{\"sid\":\"[\\w-]{20}\",\"upgrades\":\\[],"
                                + "\"pingInterval\":25000,\"pingTimeout\":20000,"
                                + "\"maxPayload\":10000}");
    }

    @Test
    void carries_texts_and_bytes_each_in_a_message() throws IOException {
        var socket = webSocket(WEBSOCKET);
        socket.next();

        socket.send("4hello").send((byte) 1, (byte) 2).send("4").send("4€\u001e");

        assertThat(List.of(socket.next(), socket.next(), socket.next(), socket.next()))
                .containsExactly("4hello", "hex:0102", "4", "4€\u001e");
    }

    @Test
    void joins_fragments_also_within_a_character() throws IOException {
        var euro = Frames.bytes("4€");
        var socket = webSocket(WEBSOCKET);
        socket.next();

        socket.raw(Frames.frame(Frames.TEXT, new byte[] {euro[0], euro[1]}));
        socket.raw(Frames.frame(Frames.FINAL | Frames.PING, Frames.bytes("?")));
        socket.raw(Frames.frame(Frames.FINAL | Frames.CONTINUATION, new byte[] {euro[2], euro[3]}));

        assertThat(socket.next()).isEqualTo("pong:3f");
        assertThat(socket.next()).isEqualTo("4€");
    }

    @Test
    void is_closed_when_the_client_breaks_a_protocol() throws Exception {
        for (var text : List.of("abc", "", "2", "5", "0")) {
            closes(Frames.text(text), 1008, CloseReason.MALFORMED);
        }
        closes(new byte[] {(byte) 0x81, 2, '4', 'a'}, 1002, CloseReason.TRANSPORT_CLOSED);
        closes(Frames.frame(0xc1, Frames.bytes("4a")), 1002, CloseReason.TRANSPORT_CLOSED);
        closes(
                Frames.frame(0x81, new byte[] {'4', (byte) 0xff}),
                1007,
                CloseReason.TRANSPORT_CLOSED);
    }

    @Test
    void takes_messages_up_to_the_maximum_over_all_their_fragments() throws Exception {
        var largest = "4" + "x".repeat(EchoServer.MAX_PAYLOAD - 1);
        var socket = webSocket(WEBSOCKET);
        socket.next();
        assertThat(socket.send(largest).next()).isEqualTo(largest);

        closes(Frames.text(largest + "x"), 1009, CloseReason.TRANSPORT_CLOSED);
        closes(
                Frames.join(
                        Frames.frame(Frames.TEXT, Frames.bytes(largest)),
                        Frames.frame(Frames.CONTINUATION, Frames.bytes("x"))),
                1009,
                CloseReason.TRANSPORT_CLOSED);
        closes(Frames.head(0x82, Long.MAX_VALUE), 1009, CloseReason.TRANSPORT_CLOSED);
    }

    @Test
    void ends_with_either_sides_goodbye() throws Exception {
        closes(Frames.text("1"), 1000, CloseReason.CLIENT_CLOSED);
        closes(Frames.close(1000), 1000, CloseReason.TRANSPORT_CLOSED);
        closes(Frames.close(1001), 1000, CloseReason.TRANSPORT_CLOSED);

        var socket = webSocket(WEBSOCKET);
        var sid = socket.next().substring(9, 29);
        server.engine.session(sid).send(List.of(Packet.message("last")));
        server.engine.session(sid).close();
        assertThat(socket.next()).isEqualTo("4last");
        assertThat(socket.next()).isEqualTo("close:1000");
        assertThat(end()).isEqualTo(CloseReason.SERVER_CLOSED);
    }

    @Test
    void ends_when_the_client_is_gone() throws Exception {
        var socket = webSocket(WEBSOCKET);
        socket.next();

        socket.close();

        assertThat(end()).isEqualTo(CloseReason.TRANSPORT_CLOSED);
        assertThat(server.engine.sessionCount()).isZero();
    }

    @Test
    void is_cut_when_the_client_does_not_answer_our_goodbye() throws Exception {
        var socket = webSocket(WEBSOCKET);
        socket.next();
        assertThat(socket.send("1").next()).isEqualTo("close:1000");

        timer.pass(Duration.ofSeconds(2));

        assertThat(socket.next()).isEqualTo("end");
    }

    @Test
    void lives_as_long_as_pings_are_answered() throws Exception {
        var socket = webSocket(WEBSOCKET);
        socket.next();
        for (var n = 0; n < 3; n++) {
            timer.pass(Duration.ofSeconds(25));
            assertThat(socket.next()).isEqualTo("2");
            // The echo shows that the pong before it was heard.
            assertThat(socket.send("3").send("4heard").next()).isEqualTo("4heard");
        }

        timer.pass(Duration.ofSeconds(25));
        assertThat(socket.next()).isEqualTo("2");
        timer.pass(Duration.ofSeconds(21));

        assertThat(end()).isEqualTo(CloseReason.PING_TIMEOUT);
        assertThat(socket.next()).isEqualTo("close:1000");
    }

    @Test
    void is_not_ended_by_the_quiet_that_ends_other_connections() throws Exception {
        var socket = webSocket(WEBSOCKET);
        socket.next();
        try (var idle = new dev.atelier.adapters.http.RawClient(server.port())) {
            idle.hearToTheEnd();
        }

        assertThat(socket.send("4still there").next()).isEqualTo("4still there");
    }

    @Test
    void says_goodbye_when_the_server_stops() throws Exception {
        var socket = webSocket(WEBSOCKET);
        socket.next();

        server.close();

        assertThat(socket.next()).isEqualTo("close:1000");
    }

    private void closes(byte[] said, int code, CloseReason reason) throws Exception {
        var socket = webSocket(WEBSOCKET);
        socket.next();

        socket.raw(said);

        assertThat(socket.next()).isEqualTo("close:" + code);
        assertThat(end()).isEqualTo(reason);
    }
}
