package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.List;

/// A column per group with a card per node; nodes of no group make a column without a name.
final class KanbanText {

    private static final String NAMELESS = "#160;";

    private final Diagram diagram;
    private final Names columns = new Names("g");
    private final Names cards = new Names("n");

    KanbanText(Diagram diagram) {
        this.diagram = diagram;
    }

    String write() {
        var script = new Script(diagram.title(), "kanban");
        for (var group : diagram.groups()) {
            var members =
                    diagram.nodes().stream()
                            .filter(node -> group.id().equals(node.group()))
                            .toList();
            column(columns.of(group.id()), Words.quoted(group.label()), members, script);
        }
        var loose = diagram.nodes().stream().filter(node -> node.group() == null).toList();
        if (!loose.isEmpty()) {
            column("loose", '"' + NAMELESS + '"', loose, script);
        }
        return script.end();
    }

    private void column(String id, String label, List<Node> members, Script script) {
        script.line(id + "[" + label + "]").deeper();
        members.forEach(
                node ->
                        script.line(
                                cards.of(node.id()) + "[" + Words.quoted(NodeText.of(node)) + "]"));
        script.back();
    }
}
