package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

/// Nodes in shapes by their role, groups as frames around them, labelled arrows.
final class FlowchartText {

    private final Diagram diagram;
    private final Names nodes = new Names("n");
    private final Names groups = new Names("g");

    FlowchartText(Diagram diagram) {
        this.diagram = diagram;
    }

    String write() {
        var script = new Script(diagram.title(), "flowchart " + direction());
        for (var group : diagram.groups()) {
            script.line(
                    "subgraph " + groups.of(group.id()) + "[" + Words.quoted(group.label()) + "]");
            script.deeper();
            diagram.nodes().stream()
                    .filter(node -> group.id().equals(node.group()))
                    .forEach(node -> script.line(node(node)));
            script.back().line("end");
        }
        diagram.nodes().stream()
                .filter(node -> node.group() == null)
                .forEach(node -> script.line(node(node)));
        diagram.edges().forEach(edge -> script.line(edge(edge)));
        return script.end();
    }

    private String direction() {
        return switch (diagram.direction()) {
            case DOWN -> "TD";
            case RIGHT -> "LR";
        };
    }

    private String node(Node node) {
        var text = Words.quoted(NodeText.of(node));
        return nodes.of(node.id())
                + switch (node.role()) {
                    case PROCESS -> "[" + text + "]";
                    case START, END -> "([" + text + "])";
                    case DECISION -> "{" + text + "}";
                    case DATA -> "[(" + text + ")]";
                    case ACTOR -> "((" + text + "))";
                    case NOTE -> ">" + text + "]";
                };
    }

    private String edge(Edge edge) {
        var label = edge.label() == null ? "" : "|" + Words.quoted(edge.label()) + "|";
        return nodes.of(edge.from()) + " -->" + label + " " + nodes.of(edge.to());
    }
}
