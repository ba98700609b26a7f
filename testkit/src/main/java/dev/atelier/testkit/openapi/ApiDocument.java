package dev.atelier.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An OpenAPI 3.1 document.
public final class ApiDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode root;
    private final List<Operation> operations;

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.operations = List.copyOf(read(root));
    }

    /// @throws IllegalArgumentException if it is no YAML
    public static ApiDocument parse(String yaml) {
        try {
            return new ApiDocument(new YAMLMapper().readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no YAML", e);
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    /// @throws IllegalArgumentException if there is none
    public Operation operation(String id) {
        return operations.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the document has no operationId " + id));
    }

    /// The operations of a path as it stands in a request, without its query.
    List<Operation> at(String path) {
        var there = operations.stream().filter(it -> it.isAt(path)).toList();
        var literal = there.stream().filter(Operation::isLiteral).toList();
        return literal.isEmpty() ? there : literal;
    }

    JsonNode root() {
        return root;
    }

    /// A response of the components.
    JsonNode response(String name) {
        return root.at("/components/responses/" + name);
    }

    /// What a reference stands for, or else the node itself.
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(root.at(reference.asText().substring(1)));
    }

    private List<Operation> read(JsonNode document) {
        var found = new ArrayList<Operation>();
        document.path("paths")
                .propertyStream()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .filter(it -> METHODS.contains(it.getKey()))
                                        .map(
                                                it ->
                                                        operation(
                                                                it.getKey(),
                                                                path.getKey(),
                                                                it.getValue(),
                                                                path.getValue()))
                                        .forEach(found::add));
        return found;
    }

    private Operation operation(String method, String path, JsonNode node, JsonNode item) {
        var parameters = new ArrayList<JsonNode>();
        item.path("parameters").forEach(it -> parameters.add(resolved(it)));
        node.path("parameters").forEach(it -> parameters.add(resolved(it)));
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                withBody(node),
                List.copyOf(parameters));
    }

    private JsonNode withBody(JsonNode node) {
        ObjectNode whole = node.deepCopy();
        if (whole.has("requestBody")) {
            whole.set("requestBody", resolved(node.path("requestBody")));
        }
        return whole;
    }
}
