package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order in which a flow passes its nodes: every edge leads on, except those that close a loop.
/// Where the flow leaves a choice, the order of the words decides.
final class FlowOrder {

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<String>> next = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Node> order = new ArrayDeque<>();

    private FlowOrder(Diagram diagram) {
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));
        for (var edge : diagram.edges()) {
            // Last first, because what is visited last comes first in the order.
            next.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).addFirst(edge.to());
        }
    }

    static List<Node> of(Diagram diagram) {
        var flow = new FlowOrder(diagram);
        var targets = new HashSet<String>();
        diagram.edges().stream().filter(FlowOrder::isNoLoop).forEach(e -> targets.add(e.to()));
        var starts = new ArrayList<Node>();
        diagram.nodes().stream().filter(n -> !targets.contains(n.id())).forEach(starts::add);
        // In a ring nothing is a start, so the first words are.
        var reached = new HashSet<String>();
        starts.forEach(start -> flow.reach(start.id(), reached));
        for (var node : diagram.nodes()) {
            if (!reached.contains(node.id())) {
                starts.add(node);
                flow.reach(node.id(), reached);
            }
        }
        starts.reversed().forEach(flow::visit);
        return List.copyOf(flow.order);
    }

    private static boolean isNoLoop(Edge edge) {
        return !edge.from().equals(edge.to());
    }

    private void reach(String start, Set<String> reached) {
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var id = open.remove();
            if (reached.add(id)) {
                open.addAll(next.getOrDefault(id, List.of()));
            }
        }
    }

    private void visit(Node node) {
        if (!seen.add(node.id())) {
            return;
        }
        for (var id : next.getOrDefault(node.id(), List.of())) {
            var follower = nodes.get(id);
            if (follower != null) {
                visit(follower);
            }
        }
        order.addFirst(node);
    }
}
