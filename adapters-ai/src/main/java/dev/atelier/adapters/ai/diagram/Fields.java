package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

import dev.atelier.domain.diagram.Wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/// Looks members up under any of the names that models give them.
record Fields(JsonNode node) {

    /// Tidied; empty where there is none, or where it is no text.
    String text(int maxLength, String... names) {
        return found(names)
                .filter(value -> value.isTextual() || value.isNumber())
                .map(value -> Wording.tidy(plain(value), maxLength))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Lower-case letters only, so that "Mind-Map" and "mind_map" are one.
    String word(String... names) {
        return text(40, names).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    double number(double otherwise, String name) {
        var value = node.path(name).asDouble(otherwise);
        return Double.isFinite(value) ? value : otherwise;
    }

    Stream<Fields> list(String... names) {
        return found(names)
                .filter(value -> value.getNodeType() == JsonNodeType.ARRAY)
                .findFirst()
                .stream()
                .flatMap(JsonNode::valueStream)
                .map(Fields::new);
    }

    private Stream<JsonNode> found(String... names) {
        return Arrays.stream(names).map(node::path);
    }

    /// Numbers are read as floating point; as an id, 1 is 1 and not 1.0.
    private static String plain(JsonNode value) {
        var number = value.asDouble();
        return value.isNumber() && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : value.asText();
    }
}
