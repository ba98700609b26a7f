package dev.atelier.domain.diagram;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Nodes and the edges between them. Every id is used once, and every edge and membership names
/// something that is there.
public record Diagram(
        String title,
        Kind kind,
        Direction direction,
        List<Node> nodes,
        List<Edge> edges,
        List<Group> groups)
        implements Picture {

    public static final int MAX_NODES = 150;
    public static final int MAX_EDGES = 300;
    public static final int MAX_GROUPS = 30;
    public static final int MAX_DETAILS = 20;

    public Diagram {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        groups = List.copyOf(groups);
        if (nodes.isEmpty() && groups.isEmpty()) {
            throw new InvalidValue("a diagram needs something to show");
        }
        if (nodes.size() > MAX_NODES || edges.size() > MAX_EDGES || groups.size() > MAX_GROUPS) {
            throw new InvalidValue("a diagram must not have more than 150 nodes and 300 edges");
        }
        var nodeIds = uniqueIds(nodes, Node::id);
        var groupIds = uniqueIds(groups, Group::id);
        if (!nodes.stream().allMatch(n -> n.group() == null || groupIds.contains(n.group()))) {
            throw new InvalidValue("a node is in a group that does not exist");
        }
        if (!edges.stream().allMatch(e -> nodeIds.contains(e.from()) && nodeIds.contains(e.to()))) {
            throw new InvalidValue("an edge names a node that does not exist");
        }
    }

    /// How the nodes are to be arranged.
    public enum Kind {
        FLOWCHART,
        MIND_MAP,
        ORG_CHART,
        TIMELINE,
        KANBAN,
        /// Nodes are the participants from left to right, edges the messages from top to bottom.
        SEQUENCE,
        /// Nodes are entities, their details attributes, edges relations.
        ENTITY_RELATIONSHIP
    }

    /// Where a flowchart flows to.
    public enum Direction {
        DOWN,
        RIGHT
    }

    /// What a node stands for, which decides its shape and colour.
    public enum Role {
        START,
        END,
        PROCESS,
        DECISION,
        DATA,
        ACTOR,
        NOTE
    }

    /// @param group null where the node belongs to none
    /// @param details lines below the label, such as the attributes of an entity
    public record Node(
            String id, String label, Role role, @Nullable String group, List<String> details) {

        public Node {
            requireLabel(label);
            details = List.copyOf(details);
            details.forEach(Diagram::requireLabel);
            if (details.size() > MAX_DETAILS) {
                throw new InvalidValue("a node must not have more than 20 details");
            }
        }

        public Node(String id, String label, Role role, @Nullable String group) {
            this(id, label, role, group, List.of());
        }
    }

    /// @param label null where the edge says nothing
    public record Edge(String from, String to, @Nullable String label) {

        public Edge {
            if (label != null) {
                requireLabel(label);
            }
        }
    }

    /// A column of a board, or nodes that belong together.
    public record Group(String id, String label) {

        public Group {
            requireLabel(label);
        }
    }

    private static void requireLabel(String label) {
        if (label.isBlank() || !label.equals(Wording.tidy(label, Wording.MAX_LABEL))) {
            throw new InvalidValue("a label must be tidy text of 1 to 160 characters");
        }
    }

    private static <T> Set<String> uniqueIds(List<T> things, Function<T, String> id) {
        var ids = things.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        if (ids.size() < things.size()) {
            throw new InvalidValue("an id is used twice");
        }
        if (!ids.stream().allMatch(it -> ID.matcher(it).matches())) {
            throw new InvalidValue("an id has characters that ids must not have");
        }
        return ids;
    }
}
