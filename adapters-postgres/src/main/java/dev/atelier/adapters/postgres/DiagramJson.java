package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The diagram that a canvas shows, as JSON.
final class DiagramJson {

    private DiagramJson() {}

    static @Nullable String write(@Nullable Diagram diagram) {
        if (diagram == null) {
            return null;
        }
        var node = Json.object().put("title", diagram.title()).put("kind", word(diagram.kind()));
        node.put("direction", word(diagram.direction()));
        var nodes = node.putArray("nodes");
        diagram.nodes().forEach(it -> nodes.add(node(it)));
        var edges = node.putArray("edges");
        diagram.edges()
                .forEach(
                        it ->
                                edges.addObject()
                                        .put("from", it.from())
                                        .put("to", it.to())
                                        .put("label", it.label()));
        var groups = node.putArray("groups");
        diagram.groups()
                .forEach(it -> groups.addObject().put("id", it.id()).put("label", it.label()));
        return node.toString();
    }

    private static ObjectNode node(Node node) {
        var json =
                Json.object()
                        .put("id", node.id())
                        .put("label", node.label())
                        .put("role", word(node.role()))
                        .put("group", node.group());
        var details = json.putArray("details");
        node.details().forEach(details::add);
        return json;
    }

    static @Nullable Diagram read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var json = Json.read(text);
        return new Diagram(
                Json.text(json, "title"),
                kind(Json.text(json, "kind")),
                Direction.valueOf(constant(Json.text(json, "direction"))),
                list(
                        json.path("nodes"),
                        it ->
                                new Node(
                                        Json.text(it, "id"),
                                        Json.text(it, "label"),
                                        Role.valueOf(constant(Json.text(it, "role"))),
                                        Json.textOrNull(it, "group"),
                                        list(it.path("details"), JsonNode::asText))),
                list(
                        json.path("edges"),
                        it ->
                                new Edge(
                                        Json.text(it, "from"),
                                        Json.text(it, "to"),
                                        Json.textOrNull(it, "label"))),
                list(
                        json.path("groups"),
                        it -> new Group(Json.text(it, "id"), Json.text(it, "label"))));
    }

    static Kind kind(String word) {
        return Kind.valueOf(constant(word));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return array.valueStream().map(read).toList();
    }
}
