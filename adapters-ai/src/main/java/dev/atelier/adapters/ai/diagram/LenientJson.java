package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Reads JSON as far as it goes: what was cut off or broken ends the reading, and everything before
/// that counts.
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

    private final ObjectNode root = NODES.objectNode();
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private String name = "";

    private LenientJson() {}

    /// The object that starts at the beginning of the text; empty if none does.
    static ObjectNode read(String text) {
        var reading = new LenientJson();
        try (var parser = JSON.createParser(text)) {
            reading.read(parser);
        } catch (JsonProcessingException _) {
            return reading.root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.root;
    }

    private void read(JsonParser parser) throws IOException {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> open.push(open.isEmpty() ? root : attach(NODES.objectNode()));
                case START_ARRAY -> open.push(attach(NODES.arrayNode()));
                case END_OBJECT, END_ARRAY -> open.pop();
                case FIELD_NAME -> name = parser.currentName();
                case VALUE_STRING -> attach(NODES.textNode(parser.getText()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        attach(NODES.numberNode(parser.getDoubleValue()));
                default -> attach(NODES.nullNode());
            }
            if (open.isEmpty()) {
                return;
            }
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
