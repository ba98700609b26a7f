package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/// JSON as the columns hold it. Members that a reader does not know are left alone, so that a newer
/// node may add some; one that is needed and missing is an error.
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not JSON", broken);
        }
    }

    static String text(JsonNode node, String member) {
        return present(node, member).asText();
    }

    static @Nullable String textOrNull(JsonNode node, String member) {
        return node.hasNonNull(member) ? text(node, member) : null;
    }

    static double number(JsonNode node, String member) {
        return present(node, member).asDouble();
    }

    static long whole(JsonNode node, String member) {
        return present(node, member).asLong();
    }

    private static JsonNode present(JsonNode node, String member) {
        if (!node.hasNonNull(member)) {
            throw new IllegalArgumentException("member " + member + " is missing");
        }
        return node.get(member);
    }
}
