package dev.atelier.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.regex.Pattern;

/// One method of one path, as the document has it.
///
/// @param method in upper case
/// @param path a template below the server's base, as in `/job/{id}`
/// @param node all that is said of it; its body is no reference
public record Operation(
        String id, String method, String path, JsonNode node, List<JsonNode> parameters) {

    /// Statuses by which it may answer.
    public List<Integer> statuses() {
        return node.path("responses")
                .propertyStream()
                .map(it -> Integer.valueOf(it.getKey()))
                .toList();
    }

    /// Whether anybody may call it, without a token.
    public boolean isOpen() {
        var security = node.path("security");
        return security.isArray() && security.isEmpty();
    }

    public boolean takesBody() {
        return node.has("requestBody");
    }

    /// Parameters of the query, the header or the path.
    public List<JsonNode> parameters(String in) {
        return parameters.stream().filter(it -> it.path("in").asText().equals(in)).toList();
    }

    boolean isAt(String concrete) {
        return Pattern.matches(Pattern.quote(path).replace("{id}", "\\E[^/]+\\Q"), concrete);
    }

    /// A path without placeholders is the better match.
    boolean isLiteral() {
        return !path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + id + ")";
    }
}
