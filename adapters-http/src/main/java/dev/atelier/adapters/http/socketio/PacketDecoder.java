package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.http.engineio.MalformedPacket;
import dev.atelier.adapters.http.engineio.Packet;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads packets from the messages of one client. A packet with attachments is ready when the last
/// of them has come; together they may be as large as one message.
final class PacketDecoder {

    /// Names that a client's own library uses for itself.
    private static final Set<String> RESERVED =
            Set.of(
                    "connect",
                    "connect_error",
                    "disconnect",
                    "disconnecting",
                    "newListener",
                    "removeListener");

    private final int maxBytes;
    private final List<ByteBuffer> attached = new ArrayList<>();
    private long attachedBytes;
    private @Nullable PacketHead unfinished;

    PacketDecoder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// @return empty while attachments are still to come
    /// @throws MalformedPacket if a client must not send this, or not now
    Optional<SocketPacket> decode(Packet message) {
        return switch (message) {
            case Packet.Text(_, var data) -> text(data);
            case Packet.Binary binary -> attachment(binary.bytes());
        };
    }

    private Optional<SocketPacket> text(String data) {
        if (unfinished != null) {
            throw new MalformedPacket("attachments are missing");
        }
        var head = PacketHead.of(data);
        if (head.attachments() == 0) {
            return Optional.of(packet(head));
        }
        unfinished = head;
        return Optional.empty();
    }

    private Optional<SocketPacket> attachment(ByteBuffer bytes) {
        var head = unfinished;
        if (head == null) {
            throw new MalformedPacket("an attachment of nothing");
        }
        attachedBytes += bytes.remaining();
        if (attachedBytes > maxBytes) {
            throw new MalformedPacket("attachments are too large");
        }
        attached.add(bytes);
        if (attached.size() < head.attachments()) {
            return Optional.empty();
        }
        var packet = packet(head);
        unfinished = null;
        attached.clear();
        attachedBytes = 0;
        return Optional.of(packet);
    }

    private SocketPacket packet(PacketHead head) {
        return switch (head.kind()) {
            case CONNECT -> new SocketPacket.Connect(head.namespace(), auth(head.json()));
            case DISCONNECT -> {
                require(head.json().isEmpty(), "a disconnect has no payload");
                yield new SocketPacket.Disconnect(head.namespace());
            }
            case CONNECT_ERROR -> throw new MalformedPacket("only a server refuses");
            case EVENT, BINARY_EVENT -> event(head);
            case ACK, BINARY_ACK -> {
                var id = head.id().orElseThrow(() -> new MalformedPacket("an ack of nothing"));
                yield new SocketPacket.Acknowledged(head.namespace(), id, List.copyOf(data(head)));
            }
        };
    }

    private SocketPacket event(PacketHead head) {
        var data = data(head);
        require(!data.isEmpty(), "an event without a name");
        var name = data.getFirst();
        require(name.isTextual() || name.isNumber(), "an event without a name");
        require(!RESERVED.contains(name.asText()), "a reserved name");
        return new SocketPacket.Emitted(
                head.namespace(),
                head.id(),
                name.asText(),
                List.copyOf(data.subList(1, data.size())));
    }

    private List<JsonNode> data(PacketHead head) {
        var json = StrictJson.parse(head.json());
        var whole = head.kind().hasAttachments() ? Attachments.putTogether(json, attached) : json;
        if (!(whole instanceof ArrayNode array)) {
            throw new MalformedPacket("the payload must be an array");
        }
        var data = new ArrayList<JsonNode>(array.size());
        array.forEach(data::add);
        return data;
    }

    private static ObjectNode auth(String json) {
        if (json.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (StrictJson.parse(json) instanceof ObjectNode auth) {
            return auth;
        }
        throw new MalformedPacket("the payload must be an object");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new MalformedPacket(message);
        }
    }
}
