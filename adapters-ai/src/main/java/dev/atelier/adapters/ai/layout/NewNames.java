package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Gives a new node another id where something else on the canvas has it already.
final class NewNames {

    private NewNames() {}

    static Diagram among(CanvasDesign design, Diagram before, Diagram after) {
        var taken = new HashSet<String>();
        design.objects().forEach(object -> taken.add(object.id().value()));
        before.nodes().forEach(node -> taken.remove(node.id()));
        var used = new HashSet<>(taken);
        before.nodes().forEach(node -> used.add(node.id()));
        after.nodes().forEach(node -> used.add(node.id()));

        var names = new HashMap<String, String>();
        for (var node : after.nodes()) {
            names.put(node.id(), taken.contains(node.id()) ? free(node.id(), used) : node.id());
        }
        return names.entrySet().stream().allMatch(it -> it.getKey().equals(it.getValue()))
                ? after
                : renamed(after, names);
    }

    private static String free(String id, Set<String> used) {
        var stem = id.substring(0, Math.min(50, id.length()));
        int number = 2;
        while (!used.add(stem + "-" + number)) {
            number++;
        }
        return stem + "-" + number;
    }

    private static Diagram renamed(Diagram diagram, Map<String, String> names) {
        return new Diagram(
                diagram.title(),
                diagram.kind(),
                diagram.direction(),
                diagram.nodes().stream()
                        .map(
                                node ->
                                        new Node(
                                                name(node.id(), names),
                                                node.label(),
                                                node.role(),
                                                node.group(),
                                                node.details()))
                        .toList(),
                diagram.edges().stream()
                        .map(
                                edge ->
                                        new Edge(
                                                name(edge.from(), names),
                                                name(edge.to(), names),
                                                edge.label()))
                        .toList(),
                diagram.groups());
    }

    private static String name(String id, Map<String, String> names) {
        return names.getOrDefault(id, id);
    }
}
