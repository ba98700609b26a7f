package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

/// Entities with their attributes, and relations with the cardinality that their text tells.
final class EntityText {

    private final Diagram diagram;
    private final Names names = new Names("n");

    EntityText(Diagram diagram) {
        this.diagram = diagram;
    }

    String write() {
        var script = new Script(diagram.title(), "erDiagram");
        diagram.nodes().forEach(node -> entity(node, script));
        diagram.edges().forEach(edge -> script.line(relation(edge)));
        return script.end();
    }

    private void entity(Node node, Script script) {
        var head = names.of(node.id()) + "[" + Words.quoted(node.label()) + "]";
        if (node.details().isEmpty()) {
            script.line(head);
            return;
        }
        script.line(head + " {").deeper();
        node.details().forEach(detail -> script.line(Attribute.of(detail).text()));
        script.back().line("}");
    }

    private String relation(Edge edge) {
        var label = edge.label() == null ? "" : edge.label();
        return names.of(edge.from())
                + " "
                + Cardinality.of(label).text()
                + " "
                + names.of(edge.to())
                + " : "
                + Words.quoted(label);
    }
}
