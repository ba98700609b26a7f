package dev.atelier.adapters.http.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

class EventsTest extends SocketTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PLACEHOLDERS =
            "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}";

    @Override
    void connect(Socket socket) {
        super.connect(socket);
        socket.on("echo", event -> socket.emit("echoed", arguments(event)));
        socket.on(
                "ask",
                event -> {
                    event.acknowledge(arguments(event));
                    event.acknowledge(NODES.textNode("twice"));
                });
        socket.on(
                "fail",
                _ -> {
                    throw new IllegalStateException("a bug");
                });
    }

    private static JsonNode[] arguments(Event event) {
        return event.arguments().toArray(JsonNode[]::new);
    }

    @Test
    void come_and_go_with_their_arguments() throws Exception {
        assertThat(connectedClient().send("42[\"echo\",1,\"2\",{\"3\":[true,null,1.5]}]").next())
                .isEqualTo("42[\"echoed\",1,\"2\",{\"3\":[true,null,1.5]}]");
    }

    @Test
    void are_acknowledged_once_where_that_is_wanted() throws Exception {
        var client = connectedClient();

        client.send("42[\"ask\",\"not wanted\"]").send("42456[\"ask\",1,\"2\"]");
        client.send("42[\"echo\"]");

        assertThat(client.next()).isEqualTo("43456[1,\"2\"]");
        assertThat(client.next()).isEqualTo("42[\"echoed\"]");
    }

    @Test
    void carry_bytes_over_a_websocket() throws Exception {
        var client = connectedClient();

        client.send("452-[\"echo\"," + PLACEHOLDERS + "]").send((byte) 1).send((byte) 2);
        assertThat(client.next()).isEqualTo("452-[\"echoed\"," + PLACEHOLDERS + "]");
        assertThat(client.next()).isEqualTo("hex:01");
        assertThat(client.next()).isEqualTo("hex:02");

        client.send("452-789[\"ask\"," + PLACEHOLDERS + "]").send((byte) 1).send((byte) 2);
        assertThat(client.next()).isEqualTo("462-789[" + PLACEHOLDERS + "]");
        assertThat(client.next()).isEqualTo("hex:01");
        assertThat(client.next()).isEqualTo("hex:02");
    }

    @Test
    void carry_bytes_over_polling() {
        var sid = poller.open();
        poller.post(sid, "40");
        assertThat(poller.poll(sid).text()).startsWith("40{");

        poller.post(sid, "452-[\"echo\"," + PLACEHOLDERS + "]\u001ebAQ==\u001ebAg==");

        assertThat(poller.poll(sid).text())
                .isEqualTo("452-[\"echoed\"," + PLACEHOLDERS + "]\u001ebAQ==\u001ebAg==");
    }

    @Test
    void that_nobody_handles_or_whose_handler_fails_harm_nobody() throws Exception {
        assertThat(
                        connectedClient()
                                .send("42[\"other\"]")
                                .send("42[\"fail\"]")
                                .send("42[\"echo\"]")
                                .next())
                .isEqualTo("42[\"echoed\"]");
    }

    @Test
    void of_ours_are_acknowledged_by_the_client() throws Exception {
        var client = connectedClient();
        var socket = next(connected);

        var first = socket.ask(PATIENCE, "question", NODES.numberNode(1));
        var second = socket.ask(PATIENCE, "question", NODES.binaryNode(new byte[] {7}));
        assertThat(client.next()).isEqualTo("420[\"question\",1]");
        assertThat(client.next())
                .isEqualTo("451-1[\"question\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(client.next()).isEqualTo("hex:07");
        client.send("431[\"second\"]").send("439[\"of nothing\"]");
        client.send("461-0[{\"_placeholder\":true,\"num\":0}]").send((byte) 5);

        assertThat(second.get(20, TimeUnit.SECONDS)).containsExactly(NODES.textNode("second"));
        assertThat(first.get(20, TimeUnit.SECONDS))
                .containsExactly(NODES.binaryNode(new byte[] {5}));
    }

    @Test
    void of_ours_fail_when_the_client_takes_too_long() throws Exception {
        connectedClient();
        var answer = next(connected).ask(PATIENCE, "question");

        timer.pass(PATIENCE);

        assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Unacknowledged.class);
    }

    @Test
    void of_ours_fail_when_the_client_leaves_or_has_left() throws Exception {
        var client = connectedClient();
        var socket = next(connected);
        var answer = socket.ask(PATIENCE, "question");
        client.send("41");
        assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Unacknowledged.class);

        var late = socket.ask(PATIENCE, "question");

        assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Unacknowledged.class);
    }

    @Test
    void of_ours_are_not_asked_without_end() throws Exception {
        var client = connectedClient();
        var socket = next(connected);
        for (var n = 0; n < 1_000; n++) {
            var _ = socket.ask(PATIENCE, "question");
            client.next();
        }

        assertThat(socket.ask(PATIENCE, "question")).isCompletedExceptionally();
    }
}
