package dev.atelier.adapters.ai.diagram;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the decisions of a flowchart that decide nothing.
final class DecisionCheck {

    private DecisionCheck() {}

    static List<Finding> of(Diagram diagram) {
        if (diagram.kind() != Kind.FLOWCHART) {
            return List.of();
        }
        var exits = diagram.edges().stream().collect(Collectors.groupingBy(Edge::from));
        return diagram.nodes().stream()
                .filter(node -> node.role() == Role.DECISION)
                .flatMap(node -> check(node, exits.getOrDefault(node.id(), List.of())))
                .toList();
    }

    private static Stream<Finding> check(Node decision, List<Edge> exits) {
        if (exits.size() < 2) {
            return Stream.of(new Finding(Problem.TOO_FEW_EXITS, decision.id()));
        }
        return exits.stream().anyMatch(edge -> edge.label() == null)
                ? Stream.of(new Finding(Problem.UNLABELLED_EXIT, decision.id()))
                : Stream.empty();
    }
}
