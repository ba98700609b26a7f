package dev.atelier.adapters.http.conformance;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.adapters.http.engineio.CloseReason;
import dev.atelier.adapters.http.engineio.Conversation;
import dev.atelier.adapters.http.engineio.Packet;
import dev.atelier.adapters.http.engineio.Session;
import dev.atelier.adapters.http.socketio.Admission;
import dev.atelier.adapters.http.socketio.Doorkeeper;
import dev.atelier.adapters.http.socketio.Event;

import java.util.List;

/// What the published suites expect of a server: that it says what it hears.
public final class Echoes {

    private Echoes() {}

    /// Every message comes back as it was.
    public static Conversation.Opener ofMessages() {
        return (session, _) -> new Echo(session);
    }

    /// Everybody is told with what they authenticated; `message` comes back as `message-back`, and
    /// `message-with-ack` is acknowledged with its arguments.
    public static Doorkeeper ofEvents() {
        return handshake ->
                new Admission.Accepted(
                        socket -> {
                            socket.on(
                                    "message",
                                    event -> socket.emit("message-back", arguments(event)));
                            socket.on(
                                    "message-with-ack",
                                    event -> event.acknowledge(arguments(event)));
                            socket.emit("auth", handshake.auth());
                        });
    }

    private static JsonNode[] arguments(Event event) {
        return event.arguments().toArray(JsonNode[]::new);
    }

    private record Echo(Session session) implements Conversation {

        @Override
        public void received(Packet message) {
            session.send(List.of(message));
        }

        @Override
        public void ended(CloseReason reason) {}
    }
}
