package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.adapters.http.engineio.Packet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Writes packets as messages of the connection below: a text, and the attachments after it.
final class PacketEncoder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PacketEncoder() {}

    static List<Packet> encode(SocketPacket packet) {
        var namespace = packet.namespace();
        return switch (packet) {
            case SocketPacket.Connect(_, var data) ->
                    plain(PacketKind.CONNECT, namespace, data.toString());
            case SocketPacket.ConnectError(_, var data) ->
                    plain(PacketKind.CONNECT_ERROR, namespace, data.toString());
            case SocketPacket.Disconnect _ -> plain(PacketKind.DISCONNECT, namespace, "");
            case SocketPacket.Emitted(_, var id, var event, var arguments) -> {
                var data = new ArrayList<JsonNode>(arguments.size() + 1);
                data.add(NODES.textNode(event));
                data.addAll(arguments);
                yield withData(PacketKind.EVENT, PacketKind.BINARY_EVENT, namespace, id, data);
            }
            case SocketPacket.Acknowledged(_, var id, var arguments) ->
                    withData(
                            PacketKind.ACK,
                            PacketKind.BINARY_ACK,
                            namespace,
                            OptionalLong.of(id),
                            arguments);
        };
    }

    private static List<Packet> plain(PacketKind kind, String namespace, String json) {
        var head = new PacketHead(kind, 0, namespace, OptionalLong.empty(), json);
        return List.of(Packet.message(head.text()));
    }

    private static List<Packet> withData(
            PacketKind plain,
            PacketKind binary,
            String namespace,
            OptionalLong id,
            List<JsonNode> data) {
        var apart = Attachments.takeApart(NODES.arrayNode().addAll(data));
        var count = apart.bytes().size();
        var kind = count == 0 ? plain : binary;
        var head = new PacketHead(kind, count, namespace, id, apart.json().toString());
        var packets = new ArrayList<Packet>(1 + count);
        packets.add(Packet.message(head.text()));
        apart.bytes().forEach(bytes -> packets.add(new Packet.Binary(bytes)));
        return packets;
    }
}
