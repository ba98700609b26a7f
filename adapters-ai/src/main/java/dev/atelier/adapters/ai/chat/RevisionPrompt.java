package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.diagram.EdgeIds;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.Locale;
import java.util.Set;

/// Asks how a canvas is to change. The user's words and everything on the canvas are JSON strings;
/// what is empty is left out.
final class RevisionPrompt {

    private static final Rules RULES = Rules.in("/prompts/modify-canvas.md");

    private RevisionPrompt() {}

    static Question of(CanvasBrief brief, Diagram diagram, Set<ObjectId> pinned) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("instructions", brief.instructions().text());
        var canvas = data.putObject("canvas");
        canvas.put("title", diagram.title());
        canvas.put("kind", diagram.kind().name().toLowerCase(Locale.ROOT));
        canvas.put("direction", diagram.direction().name().toLowerCase(Locale.ROOT));
        var groups = canvas.putArray("groups");
        diagram.groups()
                .forEach(
                        group ->
                                groups.addObject()
                                        .put("id", group.id())
                                        .put("label", group.label()));
        var nodes = canvas.putArray("nodes");
        diagram.nodes().forEach(node -> write(node, pinned, nodes.addObject()));
        var edges = canvas.putArray("edges");
        EdgeIds.of(diagram).forEach((id, edge) -> write(id, edge, edges.addObject()));
        return new Question(RULES, data.toString(), RevisionSchema.SCHEMA);
    }

    private static void write(Node node, Set<ObjectId> pinned, ObjectNode data) {
        data.put("id", node.id());
        data.put("label", node.label());
        data.put("kind", node.role().name().toLowerCase(Locale.ROOT));
        if (node.group() != null) {
            data.put("group", node.group());
        }
        if (!node.details().isEmpty()) {
            var details = data.putArray("details");
            node.details().forEach(details::add);
        }
        if (pinned.contains(new ObjectId(node.id()))) {
            data.put("pinned", true);
        }
    }

    private static void write(String id, Edge edge, ObjectNode data) {
        data.put("id", id).put("from", edge.from()).put("to", edge.to());
        if (edge.label() != null) {
            data.put("text", edge.label());
        }
    }
}
