package dev.atelier.adapters.http.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Into a namespace and out of it.
class ConnectTest extends SocketTest {

    @Test
    void tells_the_client_its_id() throws Exception {
        var answer = client().send("40").next();

        assertThat(answer).matches("40\\{\"sid\":\"[\\w-]{20}\"}");
        assertThat(answer).contains(next(connected).id());
        assertThat(main.sockets()).hasSize(1);
    }

    @Test
    void shows_the_doorkeeper_what_the_client_authenticates_with() throws Exception {
        server.sockets.namespace("/guarded", ConnectTest::admit);
        var client = client();

        assertThat(client.send("40/guarded,").next())
                .isEqualTo("44/guarded,{\"message\":\"no token\"}");
        assertThat(client.send("40/guarded,{\"token\":\"bad\"}").next())
                .isEqualTo("44/guarded,{\"message\":\"not bad\"}");
        assertThat(client.send("40/guarded,{\"token\":\"good\"}").next())
                .startsWith("40/guarded,{\"sid\":");
        assertThat(client.next()).isEqualTo("42/guarded,[\"welcome\",\"127.0.0.1\"]");
    }

    private static Admission admit(Handshake handshake) {
        return switch (handshake.auth().path("token").asText()) {
            case "good" ->
                    new Admission.Accepted(
                            socket ->
                                    socket.emit(
                                            "welcome",
                                            handshake.auth().textNode(handshake.peer())));
            case "bad" -> new Admission.Refused("not bad");
            default -> new Admission.Refused("no token");
        };
    }

    @Test
    void is_refused_where_nothing_is() throws Exception {
        assertThat(client().send("40/random").next())
                .isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
    }

    @Test
    void joins_several_namespaces_over_one_connection() throws Exception {
        var other = server.sockets.namespace("/other", _ -> new Admission.Accepted(_ -> {}));
        var client = connectedClient();
        assertThat(client.send("40/other,").next()).startsWith("40/other,");

        main.emit("hello");
        other.emit("hello");

        assertThat(client.next()).isEqualTo("42[\"hello\"]");
        assertThat(client.next()).isEqualTo("42/other,[\"hello\"]");
    }

    @Test
    void ends_the_connection_of_a_client_that_speaks_before_it_is_in() throws Exception {
        for (var packet : new String[] {"42[\"hello\"]", "41", "430[]", "4abc", "42/x,[\"a\"]"}) {
            assertThat(client().send(packet).next()).as(packet).isEqualTo("close:1008");
        }
    }

    @Test
    void ends_the_connection_of_a_client_that_connects_twice_or_sends_nonsense() throws Exception {
        for (var packet :
                new String[] {"40", "4abc", "42{}", "42abc[\"a\"]", "44{\"message\":\"x\"}"}) {
            assertThat(connectedClient().send(packet).next()).as(packet).isEqualTo("close:1008");
            assertThat(next(left)).isEqualTo(DisconnectReason.CONNECTION_ENDED);
        }
        assertThat(main.sockets()).isEmpty();
    }

    @Test
    void lets_a_client_leave_and_come_back() throws Exception {
        var client = connectedClient();
        var first = next(connected);

        client.send("41").send("42[\"on its way\"]").send("40");

        assertThat(next(left)).isEqualTo(DisconnectReason.CLIENT_LEFT);
        assertThat(client.next()).startsWith("40{\"sid\":").doesNotContain(first.id());
        assertThat(main.sockets()).containsExactly(next(connected)).doesNotContain(first);
    }

    @Test
    void lets_us_put_a_client_out() throws Exception {
        var client = connectedClient();
        var socket = next(connected);

        socket.disconnect();
        socket.disconnect();
        socket.emit("too late");

        assertThat(client.next()).isEqualTo("41");
        assertThat(next(left)).isEqualTo(DisconnectReason.SERVER_DISCONNECTED);
        assertThat(client.send("40").next()).startsWith("40{");
        assertThat(left).isEmpty();
    }

    @Test
    void ends_the_connection_of_a_client_that_never_connects() throws Exception {
        var never = client();
        var refused = client();
        refused.send("40/random").next();
        var wellBehaved = connectedClient();
        var sid = poller.open();

        timer.pass(Duration.ofSeconds(24));
        wellBehaved.send("40/random").next();
        timer.pass(Duration.ofSeconds(21));

        assertThat(never.next()).isEqualTo("2");
        assertThat(never.next()).isEqualTo("close:1000");
        assertThat(refused.next()).isEqualTo("2");
        assertThat(refused.next()).isEqualTo("close:1000");
        assertThat(poller.poll(sid).text()).isEqualTo("2\u001e1");
        assertThat(wellBehaved.next()).isEqualTo("2");
        assertThat(wellBehaved.send("3").send("40/random").next()).startsWith("44/random");
    }

    @Test
    void ends_the_connection_of_a_client_that_has_left_everything() throws Exception {
        var client = connectedClient();
        timer.pass(Duration.ofSeconds(20));
        client.send("41").send("40/random").next();
        timer.pass(Duration.ofSeconds(5));
        assertThat(client.next()).isEqualTo("2");
        client.send("3").send("40/random").next();

        timer.pass(Duration.ofSeconds(45));

        assertThat(client.next()).isEqualTo("2");
        assertThat(client.next()).isEqualTo("close:1000");
    }

    @Test
    void survives_those_who_fail_at_the_door() throws Exception {
        server.sockets.namespace(
                "/broken",
                _ ->
                        new Admission.Accepted(
                                _ -> {
                                    throw new IllegalStateException("a bug");
                                }));
        var client = connectedClient();

        assertThat(client.send("40/broken,").next()).startsWith("40/broken,");
        assertThat(client.next()).isEqualTo("41/broken,");
        main.emit("unharmed");
        assertThat(client.next()).isEqualTo("42[\"unharmed\"]");
    }

    @Test
    void opens_a_namespace_once() {
        assertThatThrownBy(() -> server.sockets.namespace("/", _ -> new Admission.Refused("never")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.sockets.namespace("x", _ -> new Admission.Refused("never")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
