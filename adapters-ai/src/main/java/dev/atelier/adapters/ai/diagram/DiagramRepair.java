package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a sound diagram of what a model wrote: edges to nowhere are dropped, ids made unique,
/// missing labels replaced by ids, and whatever is too much is left out.
final class DiagramRepair {

    private final Ids groupIds = new Ids("g");
    private final Ids nodeIds = new Ids("n");

    private DiagramRepair() {}

    static Optional<Diagram> repair(Fields fields, String kind, String title) {
        return new DiagramRepair().diagram(fields, kind(kind), title);
    }

    private Optional<Diagram> diagram(Fields fields, Kind kind, String title) {
        var groups =
                fields.list("groups", "columns", "lanes")
                        .limit(Diagram.MAX_GROUPS)
                        .flatMap(this::group)
                        .toList();
        var nodes =
                fields.list("nodes", "steps", "items")
                        .limit(Diagram.MAX_NODES)
                        .flatMap(this::node)
                        .toList();
        if (nodes.isEmpty() && (groups.isEmpty() || kind != Kind.KANBAN)) {
            return Optional.empty();
        }
        var edges =
                fields.list("edges", "connections", "links", "arrows")
                        .limit(10L * Diagram.MAX_EDGES)
                        .flatMap(this::edge)
                        .distinct()
                        .limit(Diagram.MAX_EDGES)
                        .toList();
        return Optional.of(
                new Diagram(
                        title,
                        kind,
                        direction(fields.word("direction")),
                        nodes,
                        edges.isEmpty() && kind == Kind.MIND_MAP ? aroundTheFirst(nodes) : edges,
                        groups));
    }

    private Stream<Group> group(Fields fields) {
        var name = fields.text(60, "id", "name");
        var label = label(fields, name);
        return label.isEmpty() ? Stream.empty() : Stream.of(new Group(groupIds.give(name), label));
    }

    private Stream<Node> node(Fields fields) {
        var name = fields.text(60, "id", "key");
        var label = label(fields, name);
        if (label.isEmpty()) {
            return Stream.empty();
        }
        var id = nodeIds.give(name);
        nodeIds.alias(label, id);
        var group = groupIds.of(fields.text(60, "group", "column", "lane"));
        return Stream.of(new Node(id, label, role(fields.word("kind", "type", "shape")), group));
    }

    private Stream<Edge> edge(Fields fields) {
        var from = nodeIds.of(fields.text(Wording.MAX_LABEL, "from", "source", "start"));
        var to = nodeIds.of(fields.text(Wording.MAX_LABEL, "to", "target", "end"));
        if (from == null || to == null) {
            return Stream.empty();
        }
        var label = fields.text(Wording.MAX_LABEL, "label", "text");
        return Stream.of(new Edge(from, to, label.isEmpty() ? null : label));
    }

    private static String label(Fields fields, String otherwise) {
        var label = fields.text(Wording.MAX_LABEL, "label", "text", "title", "name");
        return label.isEmpty() ? otherwise : label;
    }

    private static List<Edge> aroundTheFirst(List<Node> nodes) {
        return nodes.stream()
                .skip(1)
                .map(node -> new Edge(nodes.getFirst().id(), node.id(), null))
                .toList();
    }

    private static Kind kind(String word) {
        if (word.contains("mind") || word.contains("concept")) {
            return Kind.MIND_MAP;
        }
        if (word.contains("org") || word.contains("hierarch")) {
            return Kind.ORG_CHART;
        }
        if (word.contains("time") || word.contains("roadmap")) {
            return Kind.TIMELINE;
        }
        return word.contains("kanban") || word.contains("board") ? Kind.KANBAN : Kind.FLOWCHART;
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "right", "lr", "horizontal", "lefttoright" -> Direction.RIGHT;
            default -> Direction.DOWN;
        };
    }

    private static Role role(String word) {
        return switch (word) {
            case "start", "begin", "initial" -> Role.START;
            case "end", "stop", "final", "terminal" -> Role.END;
            case "decision", "diamond", "choice", "condition" -> Role.DECISION;
            case "data", "database", "storage" -> Role.DATA;
            case "actor", "person", "user" -> Role.ACTOR;
            case "note", "comment" -> Role.NOTE;
            default -> Role.PROCESS;
        };
    }
}
