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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Changes a diagram as a model says: update, remove, add. What names nothing that is there is
/// dropped.
final class Patching {

    private final Diagram before;
    private final List<Node> nodes;
    private final List<Named> edges = new ArrayList<>();
    private final List<Group> groups;
    private final Ids newNodes = new Ids("n");
    private final Ids groupIds = new Ids("g");
    private final List<Finding> findings = new ArrayList<>();

    private record Named(String id, Edge edge) {}

    Patching(Diagram before, Set<String> taken) {
        this.before = before;
        this.nodes = new ArrayList<>(before.nodes());
        this.groups = new ArrayList<>(before.groups());
        EdgeIds.of(before).forEach((id, edge) -> edges.add(new Named(id, edge)));
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
        var after =
                new Diagram(
                        title.isEmpty() ? before.title() : title,
                        before.kind(),
                        before.direction(),
                        nodes,
                        edges.stream().map(Named::edge).toList(),
                        groups);
        var known = DecisionCheck.of(before);
        DecisionCheck.of(after).stream().filter(it -> !known.contains(it)).forEach(findings::add);
        return new Draft(after, findings);
    }

    private void update(Fields change) {
        var id = change.text(Wording.MAX_LABEL, "id");
        var known =
                replace(nodes, node -> node.id().equals(id), node -> updated(node, change))
                        || replace(
                                edges,
                                edge -> edge.id().equals(id),
                                edge -> new Named(id, updated(edge.edge(), change)))
                        || replace(
                                groups,
                                group -> group.id().equals(id),
                                group -> new Group(id, labelOr(change, group.label())));
        if (!known) {
            findings.add(new Finding(Problem.UNKNOWN_ID, id));
        }
    }

    private static <T> boolean replace(
            List<T> things, Predicate<T> which, UnaryOperator<T> change) {
        for (int i = 0; i < things.size(); i++) {
            if (which.test(things.get(i))) {
                things.set(i, change.apply(things.get(i)));
                return true;
            }
        }
        return false;
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
        var unknown = new HashSet<>(ids);
        nodes.forEach(node -> unknown.remove(node.id()));
        edges.forEach(edge -> unknown.remove(edge.id()));
        groups.forEach(group -> unknown.remove(group.id()));
        unknown.stream().sorted().map(this::unknown).forEach(findings::add);
        if (!somethingComes && nodes.stream().allMatch(node -> ids.contains(node.id()))) {
            findings.add(Finding.about(Problem.NOTHING_LEFT));
            return;
        }
        nodes.removeIf(node -> ids.contains(node.id()));
        groups.removeIf(group -> ids.contains(group.id()));
        var kept = nodes.stream().map(Node::id).collect(Collectors.toSet());
        edges.removeIf(
                named ->
                        ids.contains(named.id())
                                || !kept.contains(named.edge().from())
                                || !kept.contains(named.edge().to()));
        nodes.replaceAll(node -> ids.contains(node.group()) ? ungrouped(node) : node);
    }

    private Finding unknown(String id) {
        return new Finding(Problem.UNKNOWN_ID, id);
    }

    private static Node ungrouped(Node node) {
        return new Node(node.id(), node.label(), node.role(), null, node.details());
    }

    private void addNode(Fields fields) {
        var label = label(fields);
        if (label.isEmpty() || !hasRoom(nodes, Diagram.MAX_NODES, "nodes")) {
            return;
        }
        var id = newNodes.give(fields.text(60, "id"));
        newNodes.alias(label, id);
        var node =
                new Node(
                        id,
                        label,
                        Words.role(fields.word("kind")),
                        groupOf(fields),
                        Words.details(fields));
        var after = idOf(fields.text(Wording.MAX_LABEL, "after"));
        insert(node, nodes, it -> it.id().equals(after));
    }

    private void addEdge(Fields fields) {
        var source = fields.text(Wording.MAX_LABEL, "from");
        var target = fields.text(Wording.MAX_LABEL, "to");
        var from = idOf(source);
        var to = idOf(target);
        if (from == null || to == null) {
            findings.add(unknown(source + " -> " + target));
            return;
        }
        var label = label(fields);
        var edge = new Edge(from, to, label.isEmpty() ? null : label);
        var saysNothingNew =
                before.kind() != Kind.SEQUENCE
                        && edges.stream().anyMatch(it -> it.edge().equals(edge));
        if (!saysNothingNew && hasRoom(edges, Diagram.MAX_EDGES, "edges")) {
            var after = fields.text(Wording.MAX_LABEL, "after");
            insert(new Named("", edge), edges, it -> !after.isEmpty() && it.id().equals(after));
        }
    }

    private static <T> void insert(T thing, List<T> things, Predicate<T> predecessor) {
        for (int i = 0; i < things.size(); i++) {
            if (predecessor.test(things.get(i))) {
                things.add(i + 1, thing);
                return;
            }
        }
        things.add(thing);
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
        return added != null || nodes.stream().noneMatch(node -> node.id().equals(name))
                ? added
                : name;
    }

    /// A group that is not there yet is made.
    private @Nullable String groupOf(Fields fields) {
        var name = fields.text(Wording.MAX_LABEL, "group");
        var known = groupIds.of(name);
        if (known != null || name.isEmpty() || groups.size() >= Diagram.MAX_GROUPS) {
            return known;
        }
        var group = new Group(groupIds.give(name), name);
        groups.add(group);
        return group.id();
    }
}
