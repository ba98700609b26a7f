package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

/// Participants from left to right, then their messages in order.
final class SequenceText {

    private final Diagram diagram;
    private final Names names = new Names("n");

    SequenceText(Diagram diagram) {
        this.diagram = diagram;
    }

    String write() {
        var script = new Script(diagram.title(), "sequenceDiagram");
        diagram.nodes().forEach(node -> script.line(participant(node)));
        diagram.edges().forEach(edge -> script.line(message(edge)));
        return script.end();
    }

    private String participant(Node node) {
        var word = node.role() == Role.ACTOR ? "actor " : "participant ";
        return word + names.of(node.id()) + " as " + Words.bare(NodeText.of(node));
    }

    private String message(Edge edge) {
        var label = edge.label() == null ? "" : " " + Words.bare(edge.label());
        return names.of(edge.from()) + "->>" + names.of(edge.to()) + ":" + label;
    }
}
