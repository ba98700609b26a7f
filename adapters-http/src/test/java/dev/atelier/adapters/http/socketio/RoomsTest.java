package dev.atelier.adapters.http.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomsTest extends SocketTest {

    @Test
    void are_told_what_is_said_in_them_and_no_others_are() throws Exception {
        var alice = connectedClient();
        var toAlice = next(connected);
        var bob = connectedClient();
        var toBob = next(connected);
        toAlice.join("alice");
        toBob.join("bob");
        toBob.join("both");
        toAlice.join("both");

        main.room("alice").emit("one");
        main.room("nobody").emit("none");
        main.room("both").emit("two");
        main.emit("all");
        toBob.emit("direct");

        assertThat(alice.next()).isEqualTo("42[\"one\"]");
        assertThat(alice.next()).isEqualTo("42[\"two\"]");
        assertThat(alice.next()).isEqualTo("42[\"all\"]");
        assertThat(bob.next()).isEqualTo("42[\"two\"]");
        assertThat(bob.next()).isEqualTo("42[\"all\"]");
        assertThat(bob.next()).isEqualTo("42[\"direct\"]");
    }

    @Test
    void tell_each_member_once_however_often_it_has_joined() throws Exception {
        var client = connectedClient();
        var socket = next(connected);
        socket.join("room");
        socket.join("room");

        main.room("room").emit("once");
        main.emit("end");

        assertThat(client.next()).isEqualTo("42[\"once\"]");
        assertThat(client.next()).isEqualTo("42[\"end\"]");
    }

    @Test
    void can_be_left() throws Exception {
        var client = connectedClient();
        var socket = next(connected);
        socket.join("room");
        socket.leave("room");
        socket.leave("room");

        main.room("room").emit("none");
        main.emit("end");

        assertThat(client.next()).isEqualTo("42[\"end\"]");
        assertThat(main.rooms().count()).isZero();
    }

    @Test
    void are_gone_with_their_last_member() throws Exception {
        var client = connectedClient();
        var socket = next(connected);
        socket.join("room");
        assertThat(main.rooms().count()).isEqualTo(1);

        client.close();

        assertThat(next(left)).isEqualTo(DisconnectReason.CONNECTION_ENDED);
        assertThat(main.rooms().count()).isZero();
        socket.join("too late");
        assertThat(main.rooms().count()).isZero();
        main.room("room").emit("to nobody");
    }
}
