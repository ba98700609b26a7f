package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.http.engineio.MalformedPacket;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;

/// Bytes travel beside a packet; in its JSON, placeholders say where they belong.
final class Attachments {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PLACEHOLDER = "_placeholder";
    private static final String NUMBER = "num";

    private final List<ByteBuffer> bytes;
    private final BitSet placed = new BitSet();

    private Attachments(List<ByteBuffer> bytes) {
        this.bytes = bytes;
    }

    /// JSON with placeholders, and the bytes that belong there.
    record Apart(JsonNode json, List<ByteBuffer> bytes) {}

    static Apart takeApart(JsonNode whole) {
        var taken = new Attachments(new ArrayList<>());
        return new Apart(taken.take(whole), taken.bytes);
    }

    /// @throws MalformedPacket if the attachments are not used once each
    static JsonNode putTogether(JsonNode json, List<ByteBuffer> attached) {
        var attachments = new Attachments(attached);
        var whole = attachments.put(json);
        if (attachments.placed.cardinality() != attached.size()) {
            throw new MalformedPacket("an attachment without a place");
        }
        return whole;
    }

    private JsonNode take(JsonNode node) {
        if (node instanceof BinaryNode binary) {
            var placeholder = NODES.objectNode().put(PLACEHOLDER, true).put(NUMBER, bytes.size());
            bytes.add(ByteBuffer.wrap(binary.binaryValue()));
            return placeholder;
        }
        return copy(node, this::take);
    }

    private JsonNode put(JsonNode node) {
        return node.path(PLACEHOLDER).asBoolean(false)
                ? attachment(node.path(NUMBER))
                : copy(node, this::put);
    }

    private JsonNode attachment(JsonNode number) {
        var index = number.isInt() ? number.intValue() : -1;
        if (index < 0 || index >= bytes.size() || placed.get(index)) {
            throw new MalformedPacket("a place without its attachment");
        }
        placed.set(index);
        var attached = bytes.get(index).duplicate();
        var copy = new byte[attached.remaining()];
        attached.get(copy);
        return NODES.binaryNode(copy);
    }

    private static JsonNode copy(JsonNode node, UnaryOperator<JsonNode> ofChild) {
        return switch (node) {
            case ArrayNode array -> {
                var copy = NODES.arrayNode(array.size());
                array.forEach(element -> copy.add(ofChild.apply(element)));
                yield copy;
            }
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.properties()
                        .forEach(
                                member ->
                                        copy.set(
                                                member.getKey(), ofChild.apply(member.getValue())));
                yield copy;
            }
            default -> node;
        };
    }
}
