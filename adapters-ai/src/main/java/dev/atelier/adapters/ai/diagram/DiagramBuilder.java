package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Collects a diagram from plain words: gives out the ids, tidies the labels, and quietly stops at
/// the limits.
public final class DiagramBuilder {

    private final String title;
    private final Kind kind;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final SequencedSet<Edge> edges = new LinkedHashSet<>();
    private final List<Group> groups = new ArrayList<>();
    private Direction direction = Direction.DOWN;

    public DiagramBuilder(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    public DiagramBuilder towards(Direction newDirection) {
        direction = newDirection;
        return this;
    }

    /// @return the new node's id; once there is no room for another, the id of the last one
    public String node(String label, Role role, @Nullable String group) {
        var tidy = Wording.tidy(label, Wording.MAX_LABEL);
        if (nodes.size() < Diagram.MAX_NODES) {
            var id = "n" + (nodes.size() + 1);
            nodes.put(id, new Node(id, tidy.isEmpty() ? "?" : tidy, role, group));
        }
        return "n" + nodes.size();
    }

    public String node(String label, Role role) {
        return node(label, role, null);
    }

    public void become(String id, Role role) {
        nodes.computeIfPresent(id, (_, node) -> new Node(id, node.label(), role, node.group()));
    }

    public void edge(String from, String to, @Nullable String label) {
        var tidy = label == null ? "" : Wording.tidy(label, Wording.MAX_LABEL);
        if (edges.size() < Diagram.MAX_EDGES) {
            edges.add(new Edge(from, to, tidy.isEmpty() ? null : tidy));
        }
    }

    public void edge(String from, String to) {
        edge(from, to, null);
    }

    /// @return the new group's id; once there is no room for another, the id of the last one
    public String group(String label) {
        var tidy = Wording.tidy(label, Wording.MAX_LABEL);
        if (groups.size() < Diagram.MAX_GROUPS) {
            groups.add(new Group("g" + (groups.size() + 1), tidy.isEmpty() ? "?" : tidy));
        }
        return "g" + groups.size();
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    public Diagram build() {
        return new Diagram(
                title, kind, direction, List.copyOf(nodes.values()), List.copyOf(edges), groups);
    }

    /// The nodes from which at least two edges lead on that say something.
    public List<String> forks() {
        return nodes.keySet().stream()
                .filter(
                        id ->
                                edges.stream()
                                                .filter(e -> e.from().equals(id))
                                                .filter(e -> e.label() != null)
                                                .count()
                                        > 1)
                .toList();
    }

    /// Whether every node leads to the next and nothing else.
    public boolean isChain() {
        var ids = List.copyOf(nodes.keySet());
        var pairs = edges.stream().map(e -> List.of(e.from(), e.to())).toList();
        return pairs.size() == ids.size() - 1
                && pairs.stream()
                        .allMatch(p -> ids.indexOf(p.getLast()) == ids.indexOf(p.getFirst()) + 1);
    }
}
