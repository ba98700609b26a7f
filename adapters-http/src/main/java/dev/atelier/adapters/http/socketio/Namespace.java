package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.OptionalLong;

/// A space of its own on a server's connections: its sockets and their rooms.
public final class Namespace implements Audience {

    private final String name;
    private final Doorkeeper doorkeeper;
    private final Rooms rooms = new Rooms();

    Namespace(String name, Doorkeeper doorkeeper) {
        this.name = name;
        this.doorkeeper = doorkeeper;
    }

    public String name() {
        return name;
    }

    /// All that are connected now.
    public List<Socket> sockets() {
        return rooms.all();
    }

    @Override
    public void emit(String event, JsonNode... arguments) {
        tell(rooms.all(), event, arguments);
    }

    /// Those who are in the room when something is emitted.
    public Audience room(String room) {
        return (event, arguments) -> tell(rooms.in(room), event, arguments);
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    Rooms rooms() {
        return rooms;
    }

    /// Encoded once, however many there are.
    private void tell(List<Socket> sockets, String event, JsonNode... arguments) {
        if (sockets.isEmpty()) {
            return;
        }
        var packets =
                PacketEncoder.encode(
                        new SocketPacket.Emitted(
                                name, OptionalLong.empty(), event, List.of(arguments)));
        sockets.forEach(socket -> socket.send(packets));
    }
}
