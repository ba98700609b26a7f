package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.OptionalLong;

/// What the two sides of a namespace exchange. Bytes among the arguments are
/// [com.fasterxml.jackson.databind.node.BinaryNode]s.
sealed interface SocketPacket {

    String namespace();

    /// @param data from a client: what it authenticates with; from us: its `sid`
    record Connect(String namespace, ObjectNode data) implements SocketPacket {}

    record ConnectError(String namespace, ObjectNode data) implements SocketPacket {}

    record Disconnect(String namespace) implements SocketPacket {}

    /// @param id under which an acknowledgement is wanted
    record Emitted(String namespace, OptionalLong id, String event, List<JsonNode> arguments)
            implements SocketPacket {}

    record Acknowledged(String namespace, long id, List<JsonNode> arguments)
            implements SocketPacket {}
}
