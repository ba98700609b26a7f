package dev.atelier.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Whether answers are those that the document promises. A violation is a sentence that says what
/// to write where, if it is the document that is wrong.
public final class ApiContract {

    /// Fields that tell a client something: where they are sent they are documented.
    private static final Set<String> TELLING =
            Set.of(
                    "allow",
                    "cache-control",
                    "content-disposition",
                    "etag",
                    "idempotent-replayed",
                    "location",
                    "preference-applied",
                    "ratelimit",
                    "ratelimit-policy",
                    "retry-after",
                    "www-authenticate",
                    "x-request-id");

    private static final Set<Integer> REFUSALS = Set.of(400, 408, 413, 414, 415, 417, 431);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDocument document;
    private final Schemas schemas;

    public ApiContract(ApiDocument document) {
        this.document = document;
        this.schemas = new Schemas(document);
    }

    public ApiDocument document() {
        return document;
    }

    /// @param path below the server's base, without its query
    /// @return what is wrong, empty if the document allows the answer
    public List<String> violations(String method, String path, Answer answer) {
        var there = document.at(path);
        var isHead = method.equals("HEAD");
        var meant = isHead ? "GET" : method;
        var operation = there.stream().filter(it -> it.method().equals(meant)).findFirst();
        if (REFUSALS.contains(answer.status()) && !answer.has("x-request-id")) {
            return check("Refused", document.response("Refused"), answer, isHead);
        }
        if (answer.status() == 500) {
            return check("Unexpected", document.response("Unexpected"), answer, isHead);
        }
        if (operation.isPresent()) {
            return violations(operation.get(), answer, isHead);
        }
        var name = there.isEmpty() ? "NothingThere" : "MethodNotAllowed";
        var expected = there.isEmpty() ? 404 : 405;
        if (answer.status() != expected) {
            return List.of(
                    "%s %s is answered with %d and not documented: write it into openapi.yaml"
                            .formatted(method, path, answer.status()));
        }
        return check(name, document.response(name), answer, isHead);
    }

    private List<String> violations(Operation operation, Answer answer, boolean isHead) {
        var status = Integer.toString(answer.status());
        var response = operation.node().path("responses").path(status);
        if (response.isMissingNode()) {
            return List.of(
                    "%s answers %s, which its `responses` do not list: document it in openapi.yaml (%s)"
                            .formatted(operation, status, answer.body()));
        }
        return check(operation + " " + status, document.resolved(response), answer, isHead);
    }

    private List<String> check(String where, JsonNode response, Answer answer, boolean isHead) {
        var wrong = new ArrayList<String>();
        checkHeaders(response.path("headers"), answer, wrong);
        if (!isHead) {
            checkBody(response.path("content"), answer, wrong);
        }
        return wrong.stream().map(it -> where + ": " + it).toList();
    }

    private void checkHeaders(JsonNode documented, Answer answer, List<String> wrong) {
        var names = new ArrayList<String>();
        documented
                .propertyStream()
                .forEach(
                        field -> {
                            var name = field.getKey().toLowerCase(Locale.ROOT);
                            names.add(name);
                            checkHeader(name, document.resolved(field.getValue()), answer, wrong);
                        });
        answer.headers().keySet().stream()
                .filter(TELLING::contains)
                .filter(name -> !names.contains(name))
                .map(name -> "sends the field `" + name + "`: document it under `headers`")
                .forEach(wrong::add);
    }

    private void checkHeader(String name, JsonNode header, Answer answer, List<String> wrong) {
        if (!answer.has(name)) {
            if (header.path("required").asBoolean()) {
                wrong.add("lacks the field `" + name + "`");
            }
            return;
        }
        var schema = document.resolved(header.path("schema"));
        schemas.violations(schema, value(answer.header(name), schema)).stream()
                .map(it -> "field `" + name + "`: " + it)
                .forEach(wrong::add);
    }

    private static JsonNode value(String text, JsonNode schema) {
        return schema.path("type").asText().equals("integer") && text.matches("[0-9]{1,9}")
                ? IntNode.valueOf(Integer.parseInt(text))
                : TextNode.valueOf(text);
    }

    private void checkBody(JsonNode content, Answer answer, List<String> wrong) {
        if (content.isMissingNode()) {
            if (!answer.body().isEmpty()) {
                wrong.add("has a body, and none is documented");
            }
            return;
        }
        var media = content.path(answer.mediaType());
        if (media.isMissingNode()) {
            wrong.add(
                    "is of the media type %s, and only %s are documented under `content`"
                            .formatted(answer.mediaType(), names(content)));
        } else if (answer.mediaType().endsWith("json")) {
            wrong.addAll(json(media.path("schema"), answer.body()));
        } else if (media.has("x-events")) {
            wrong.addAll(events(media.path("x-events"), answer.body()));
        }
    }

    private List<String> json(JsonNode schema, String text) {
        try {
            return schemas.violations(schema, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return List.of("is no JSON: " + text);
        }
    }

    /// Whether each server-sent event has data as the schema of its name wants them.
    List<String> events(JsonNode byName, String text) {
        var wrong = new ArrayList<String>();
        for (var event : ServerSentEvent.in(text)) {
            var schema = byName.path(event.name());
            if (schema.isMissingNode()) {
                wrong.add("sends the event `" + event.name() + "`: document it under `x-events`");
            } else {
                json(schema, event.data()).stream()
                        .map(it -> "event `" + event.name() + "`: " + it)
                        .forEach(wrong::add);
            }
        }
        return wrong;
    }

    /// What is wrong with an example, by the schema that it illustrates.
    List<String> example(JsonNode schema, JsonNode value) {
        return schemas.violations(schema, value);
    }

    private static List<String> names(JsonNode content) {
        return content.propertyStream().map(Map.Entry::getKey).toList();
    }
}
