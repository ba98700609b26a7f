package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A node and all that hangs from it.
record Tree(Node node, List<Tree> branches) {

    /// The trees that the diagram consists of.
    ///
    /// @return nothing if it is not made of trees: some node has two parents, or is its own
    ///   ancestor, or an edge says something
    static Optional<List<Tree>> of(Diagram diagram) {
        var children = new HashMap<String, List<String>>();
        var hasParent = new HashSet<String>();
        for (var edge : diagram.edges()) {
            if (edge.label() != null || !hasParent.add(edge.to())) {
                return Optional.empty();
            }
            children.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
        }
        var nodes = new HashMap<String, Node>();
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));

        var reached = new HashSet<String>();
        var roots =
                diagram.nodes().stream()
                        .filter(node -> !hasParent.contains(node.id()))
                        .map(root -> grow(root, nodes, children, reached))
                        .toList();
        return reached.size() == nodes.size() ? Optional.of(roots) : Optional.empty();
    }

    /// How many nodes there are.
    int size() {
        return 1 + branches.stream().mapToInt(Tree::size).sum();
    }

    private static Tree grow(
            Node node,
            Map<String, Node> nodes,
            Map<String, List<String>> children,
            Set<String> reached) {
        reached.add(node.id());
        var branches = new ArrayList<Tree>();
        for (var id : children.getOrDefault(node.id(), List.of())) {
            var child = nodes.get(id);
            if (child != null) {
                branches.add(grow(child, nodes, children, reached));
            }
        }
        return new Tree(node, List.copyOf(branches));
    }
}
