package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A diagram taken apart, each edge under its name. The parts can be changed one by one; no edge
/// and no membership is left without what it names.
final class Workbench {

    private final Diagram before;
    private final List<Node> nodes;
    private final List<Named> edges = new ArrayList<>();
    private final List<Group> groups;

    private record Named(String id, Edge edge) {}

    Workbench(Diagram before) {
        this.before = before;
        this.nodes = new ArrayList<>(before.nodes());
        this.groups = new ArrayList<>(before.groups());
        EdgeIds.of(before).forEach((id, edge) -> edges.add(new Named(id, edge)));
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    List<Edge> edges() {
        return edges.stream().map(Named::edge).toList();
    }

    boolean hasNode(String id) {
        return nodes.stream().anyMatch(node -> node.id().equals(id));
    }

    boolean hasGroup(String id) {
        return groups.stream().anyMatch(group -> group.id().equals(id));
    }

    /// @return whether there is anything of that name
    boolean change(
            String id,
            UnaryOperator<Node> node,
            UnaryOperator<Edge> edge,
            UnaryOperator<Group> group) {
        return replace(nodes, it -> it.id().equals(id), node)
                || replace(
                        edges, it -> it.id().equals(id), it -> new Named(id, edge.apply(it.edge())))
                || replace(groups, it -> it.id().equals(id), group);
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

    /// Those of the names that nothing here has.
    Set<String> unknown(Set<String> ids) {
        var unknown = new HashSet<>(ids);
        nodes.forEach(node -> unknown.remove(node.id()));
        edges.forEach(edge -> unknown.remove(edge.id()));
        groups.forEach(group -> unknown.remove(group.id()));
        return unknown;
    }

    /// Whether nothing worth showing would be left without these.
    boolean isAllIn(Set<String> ids) {
        return nodes.isEmpty()
                ? groups.stream().allMatch(group -> ids.contains(group.id()))
                : nodes.stream().allMatch(node -> ids.contains(node.id()));
    }

    void remove(Set<String> ids) {
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

    private static Node ungrouped(Node node) {
        return new Node(node.id(), node.label(), node.role(), null, node.details());
    }

    void add(Group group) {
        groups.add(group);
    }

    /// @param after which node it follows; it comes last if there is none of that name
    void add(Node node, String after) {
        insert(node, nodes, it -> it.id().equals(after));
    }

    /// @param after which edge it follows; it comes last if there is none of that name
    void add(Edge edge, String after) {
        insert(new Named("", edge), edges, it -> !it.id().isEmpty() && it.id().equals(after));
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

    Diagram diagram(String title) {
        return new Diagram(title, before.kind(), before.direction(), nodes, edges(), groups);
    }
}
