package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

import dev.atelier.domain.diagram.Wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
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

    boolean has(String name) {
        return node.has(name);
    }

    double number(double otherwise, String name) {
        var value = node.path(name).asDouble(otherwise);
        return Double.isFinite(value) ? value : otherwise;
    }

    Stream<Fields> list(String... names) {
        return elements(names).map(Fields::new);
    }

    /// Lines of text, tidied; of an element that is an object, what its members say.
    Stream<String> lines(int maxLength, String... names) {
        return elements(names)
                .map(element -> element.isObject() ? said(element) : plain(element))
                .map(line -> Wording.tidy(line, maxLength))
                .filter(line -> !line.isEmpty());
    }

    /// How many elements the list has.
    int count(String... names) {
        return found(names).filter(JsonNode::isArray).findFirst().map(JsonNode::size).orElse(0);
    }

    private Stream<JsonNode> elements(String... names) {
        return found(names)
                .filter(value -> value.getNodeType() == JsonNodeType.ARRAY)
                .findFirst()
                .stream()
                .flatMap(JsonNode::valueStream);
    }

    private Stream<JsonNode> found(String... names) {
        return Arrays.stream(names).map(node::path);
    }

    private static String said(JsonNode object) {
        return object.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
    }

    /// Numbers are read as floating point; as an id, 1 is 1 and not 1.0.
    private static String plain(JsonNode value) {
        var number = value.asDouble();
        if (value.isNumber() && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}
