package dev.atelier.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.testkit.openapi.ApiDocument;

import java.util.List;
import java.util.random.RandomGenerator;

/// Values that a schema allows.
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ITEMS = 4;

    private static final List<String> TEXTS =
            List.of("a -> b -> c", "Größe: ja?", "A login flow", "x", "日本語のフロー", "🦩 -> 🐟");

    /// Nobody is called: the name exists nowhere.
    private static final String URL = "https://example.invalid/hook";

    private static final List<String> TIMES =
            List.of("2026-01-01T00:00:00Z", "2027-01-01T00:00:00+02:00", "2026-11-23T12:00:00.5Z");

    private final ApiDocument document;

    Samples(ApiDocument document) {
        this.document = document;
    }

    JsonNode of(JsonNode reference, RandomGenerator random) {
        var schema = document.resolved(reference);
        if (schema.has("const")) {
            return schema.path("const");
        }
        for (var choice : List.of("enum", "oneOf", "anyOf")) {
            if (schema.has(choice)) {
                var options = schema.path(choice);
                var picked = options.get(random.nextInt(options.size()));
                return choice.equals("enum") ? picked : of(picked, random);
            }
        }
        return ofType(type(schema, random), schema, random);
    }

    private static String type(JsonNode schema, RandomGenerator random) {
        var type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText();
    }

    private JsonNode ofType(String type, JsonNode schema, RandomGenerator random) {
        return switch (type) {
            case "object" -> object(schema, random);
            case "array" -> array(schema, random);
            case "string" -> JSON.textNode(text(schema, random));
            case "integer" -> JSON.numberNode(integer(schema, random));
            case "number" -> JSON.numberNode(random.nextDouble(-1000, 1000));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.nullNode();
        };
    }

    private ObjectNode object(JsonNode schema, RandomGenerator random) {
        var object = JSON.objectNode();
        var required = schema.path("required").valueStream().map(JsonNode::asText).toList();
        schema.path("properties")
                .propertyStream()
                .filter(it -> required.contains(it.getKey()) || random.nextInt(3) == 0)
                .forEach(it -> object.set(it.getKey(), of(it.getValue(), random)));
        return object;
    }

    private ArrayNode array(JsonNode schema, RandomGenerator random) {
        var array = JSON.arrayNode();
        var size = schema.path("minItems").asInt() + random.nextInt(MOST_ITEMS);
        for (var i = 0; i < size; i++) {
            array.add(of(schema.path("items"), random));
        }
        return array;
    }

    private static long integer(JsonNode schema, RandomGenerator random) {
        var min = schema.path("minimum").asLong(-1000);
        var max = schema.path("maximum").asLong(1000);
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> random.nextLong(min, Math.max(min, max) + 1);
        };
    }

    private static String text(JsonNode schema, RandomGenerator random) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "019aaf3e-6c00-7000-8000-%012x".formatted(random.nextInt(1 << 20));
            case "date-time" -> TIMES.get(random.nextInt(TIMES.size()));
            case "uri" -> URL;
            default ->
                    schema.has("pattern")
                            ? "c-" + random.nextInt(50)
                            : TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }
}
