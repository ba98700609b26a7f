package dev.atelier.adapters.ai.diagram;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Changes a diagram as a model says: update, remove, add. What names nothing that is there is
/// dropped.
final class Patching {

    private final Diagram before;
    private final Workbench parts;
    private final Ids newNodes = new Ids("n");
    private final Ids groupIds = new Ids("g");
    private final List<Finding> findings = new ArrayList<>();

    /// @param taken ids that a new node must not have
    Patching(Diagram before, Set<String> taken) {
        this.before = before;
        this.parts = new Workbench(before);
        taken.forEach(newNodes::take);
        before.nodes().forEach(node -> newNodes.take(node.id()));
        before.groups().forEach(group -> groupIds.keep(group.id(), group.label()));
    }

    Draft apply(Fields patch) {
        patch.list("update").forEach(this::update);
        remove(
                patch.lines(Wording.MAX_LABEL, "remove").collect(Collectors.toSet()),
                patch.list("add_nodes").anyMatch(node -> !label(node).isEmpty()));
        patch.list("add_nodes").forEach(this::addNode);
        patch.list("add_edges").forEach(this::addEdge);
        var title = patch.text(Wording.MAX_TITLE, "title");
        var after = parts.diagram(title.isEmpty() ? before.title() : title);
        var known = DecisionCheck.of(before);
        DecisionCheck.of(after).stream().filter(it -> !known.contains(it)).forEach(findings::add);
        return new Draft(after, findings);
    }

    private void update(Fields change) {
        var id = change.text(Wording.MAX_LABEL, "id");
        var known =
                parts.change(
                        id,
                        node -> updated(node, change),
                        edge -> updated(edge, change),
                        group -> new Group(id, labelOr(change, group.label())));
        if (!known) {
            findings.add(new Finding(Problem.UNKNOWN_ID, id));
        }
    }

    private Node updated(Node node, Fields change) {
        var group = groupOf(change);
        var details = Words.details(change);
        return new Node(
                node.id(),
                labelOr(change, node.label()),
                Words.knownRole(change.word("kind")).orElse(node.role()),
                group == null ? node.group() : group,
                details.isEmpty() ? node.details() : details);
    }

    private static Edge updated(Edge edge, Fields change) {
        var label = label(change);
        return new Edge(edge.from(), edge.to(), label.isEmpty() ? edge.label() : label);
    }

    private static String labelOr(Fields change, String otherwise) {
        var label = label(change);
        return label.isEmpty() ? otherwise : label;
    }

    private static String label(Fields fields) {
        return fields.text(Wording.MAX_LABEL, "label", "text");
    }

    private void remove(Set<String> ids, boolean somethingComes) {
        parts.unknown(ids).stream()
                .sorted()
                .forEach(id -> findings.add(new Finding(Problem.UNKNOWN_ID, id)));
        if (!somethingComes && parts.isAllIn(ids)) {
            findings.add(Finding.about(Problem.NOTHING_LEFT));
        } else {
            parts.remove(ids);
        }
    }

    private void addNode(Fields fields) {
        var label = label(fields);
        if (label.isEmpty() || !hasRoom(parts.nodes(), Diagram.MAX_NODES, "nodes")) {
            return;
        }
        var id = newNodes.give(fields.text(60, "id"));
        newNodes.alias(label, id);
        var role = Words.role(fields.word("kind"));
        var node = new Node(id, label, role, groupOf(fields), Words.details(fields));
        var after = idOf(fields.text(Wording.MAX_LABEL, "after"));
        parts.add(node, after == null ? "" : after);
    }

    private void addEdge(Fields fields) {
        var source = fields.text(Wording.MAX_LABEL, "from");
        var target = fields.text(Wording.MAX_LABEL, "to");
        var from = idOf(source);
        var to = idOf(target);
        if (from == null || to == null) {
            findings.add(new Finding(Problem.UNKNOWN_ID, source + " -> " + target));
            return;
        }
        var label = label(fields);
        var edge = new Edge(from, to, label.isEmpty() ? null : label);
        var isNews = before.kind() == Kind.SEQUENCE || !parts.edges().contains(edge);
        if (isNews && hasRoom(parts.edges(), Diagram.MAX_EDGES, "edges")) {
            parts.add(edge, fields.text(Wording.MAX_LABEL, "after"));
        }
    }

    private boolean hasRoom(List<?> things, int limit, String name) {
        var finding = new Finding(Problem.TOO_MUCH, name);
        if (things.size() >= limit && !findings.contains(finding)) {
            findings.add(finding);
        }
        return things.size() < limit;
    }

    /// A model that gives a new node a name that was taken means the new one by it.
    private @Nullable String idOf(String name) {
        var added = newNodes.of(name);
        return added == null && parts.hasNode(name) ? name : added;
    }

    /// A group that is not there yet is made; one that has been removed is not made again.
    private @Nullable String groupOf(Fields fields) {
        var name = fields.text(Wording.MAX_LABEL, "group");
        var known = groupIds.of(name);
        if (known != null) {
            return parts.hasGroup(known) ? known : null;
        }
        if (name.isEmpty() || parts.groups().size() >= Diagram.MAX_GROUPS) {
            return null;
        }
        var group = new Group(groupIds.give(name), name);
        parts.add(group);
        return group.id();
    }
}
