package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One tree, by indentation.
final class MindMapText {

    private final Diagram diagram;
    private final Node root;
    private final Map<String, Node> nodes;
    private final Map<String, List<Edge>> branches;
    private final Names names = new Names("n");

    private MindMapText(Diagram diagram, Node root) {
        this.diagram = diagram;
        this.root = root;
        this.nodes = diagram.nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        this.branches = diagram.edges().stream().collect(Collectors.groupingBy(Edge::from));
    }

    /// @return nothing for what is no single tree, or says more than a tree of labels can
    static Optional<MindMapText> of(Diagram diagram) {
        if (!diagram.groups().isEmpty()
                || diagram.edges().size() != diagram.nodes().size() - 1
                || diagram.edges().stream().anyMatch(edge -> edge.label() != null)) {
            return Optional.empty();
        }
        var parents = new HashMap<String, String>();
        for (var edge : diagram.edges()) {
            if (parents.put(edge.to(), edge.from()) != null) {
                return Optional.empty();
            }
        }
        return diagram.nodes().stream()
                .filter(node -> !parents.containsKey(node.id()))
                .findFirst()
                .filter(root -> allReach(root, diagram, parents))
                .map(root -> new MindMapText(diagram, root));
    }

    String write() {
        var script = new Script(diagram.title(), "mindmap");
        script.line(names.of(root.id()) + "((" + Words.quoted(NodeText.of(root)) + "))");
        writeBranches(root, script);
        return script.end();
    }

    private void writeBranches(Node parent, Script script) {
        script.deeper();
        for (var edge : branches.getOrDefault(parent.id(), List.of())) {
            var node = nodes.get(edge.to());
            if (node != null) {
                script.line(names.of(node.id()) + "[" + Words.quoted(NodeText.of(node)) + "]");
                writeBranches(node, script);
            }
        }
        script.back();
    }

    private static boolean allReach(Node root, Diagram diagram, Map<String, String> parents) {
        return diagram.nodes().stream().allMatch(node -> reaches(root, node.id(), parents));
    }

    private static boolean reaches(Node root, String from, Map<String, String> parents) {
        var passed = new HashSet<String>();
        var here = from;
        while (!here.equals(root.id())) {
            var parent = parents.get(here);
            if (parent == null || !passed.add(here)) {
                return false;
            }
            here = parent;
        }
        return true;
    }
}
