package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// Reads one JSON object piece by piece, as far as it goes: what is broken ends the reading, and
/// what was complete before that counts. An object within an array is there once it is complete,
/// everything else as soon as it begins.
final class LenientJson {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private final ObjectNode root = NODES.objectNode();
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private State state = State.OPEN;
    private String name = "";
    private int parts;

    enum State {
        OPEN,
        CLOSED,
        BROKEN
    }

    LenientJson() {
        try {
            parser = JSON.createNonBlockingByteArrayParser();
            feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param piece begins with the opening brace, if it is the first
    void feed(String piece) {
        var bytes = piece.getBytes(StandardCharsets.UTF_8);
        try {
            feeder.feedInput(bytes, 0, bytes.length);
            read();
        } catch (JsonProcessingException _) {
            state = State.BROKEN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    State state() {
        return state;
    }

    /// What has been read, and grows while the reading goes on.
    ObjectNode root() {
        return root;
    }

    /// How many objects in the lists of the root are complete.
    int parts() {
        return parts;
    }

    private void read() throws IOException {
        while (state == State.OPEN) {
            var token = parser.nextToken();
            if (token == null || token == JsonToken.NOT_AVAILABLE) {
                return;
            }
            take(token);
        }
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> begin();
            case START_ARRAY -> open.push(attach(NODES.arrayNode()));
            case END_OBJECT, END_ARRAY -> end(open.pop());
            case FIELD_NAME -> name = parser.currentName();
            case VALUE_STRING -> attach(NODES.textNode(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    attach(NODES.numberNode(parser.getDoubleValue()));
            default -> attach(NODES.nullNode());
        }
    }

    private void begin() {
        var object = open.isEmpty() ? root : NODES.objectNode();
        if (open.peek() instanceof ObjectNode) {
            attach(object);
        }
        open.push(object);
    }

    private void end(JsonNode complete) {
        if (complete instanceof ObjectNode && open.peek() instanceof ArrayNode list) {
            list.add(complete);
            parts += open.size() == 2 ? 1 : 0;
        }
        if (open.isEmpty()) {
            state = State.CLOSED;
        }
    }

    private JsonNode attach(JsonNode value) {
        switch (open.peek()) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.add(value);
            case null, default -> {}
        }
        return value;
    }
}
