package dev.atelier.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas of a document, taken at their word: what they do not name must not be there. Where a
/// schema is used, and not only a part of another one, members beside its own are an error.
final class Schemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";
    private static final Set<String> IN_PLACE = Set.of("allOf", "anyOf", "oneOf");

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final ObjectNode definitions;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    Schemas(ApiDocument document) {
        this.definitions = (ObjectNode) document.root().at("/components/schemas").deepCopy();
        definitions.propertyStream().forEach(it -> adapt(it.getValue(), true));
    }

    /// What is wrong with the value, each with the place where it is.
    List<String> violations(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        adapt(whole, false);
        whole.set("$defs", definitions);
        return factory.getSchema(whole, config);
    }

    /// @param inPlace whether another schema looks at the same value
    private static void adapt(JsonNode node, boolean inPlace) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        schema.remove(List.of("example", "examples", "default", "description"));
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asText();
            schema.put("$ref", name.replace(COMPONENTS, DEFINITIONS));
        }
        if (!inPlace && !schema.has("additionalProperties") && !isOpen(schema)) {
            schema.put("unevaluatedProperties", false);
        }
        schema.path("properties").forEach(it -> adapt(it, false));
        adapt(schema.path("items"), false);
        adapt(schema.path("additionalProperties"), false);
        IN_PLACE.forEach(keyword -> schema.path(keyword).forEach(it -> adapt(it, true)));
    }

    /// An object of which nothing is said may hold anything.
    private static boolean isOpen(ObjectNode schema) {
        return schema.path("type").asText().equals("object") && !schema.has("properties");
    }
}
