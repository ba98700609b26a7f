package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Names for the edges of a diagram, `e1` and so on, that nothing else in it has.
public final class EdgeIds {

    private EdgeIds() {}

    /// The edges in their order. The same diagram always has the same names.
    public static SequencedMap<String, Edge> of(Diagram diagram) {
        var ids = new Ids("e");
        diagram.nodes().stream().map(Node::id).forEach(ids::take);
        diagram.groups().stream().map(Group::id).forEach(ids::take);
        var named = new LinkedHashMap<String, Edge>();
        diagram.edges().forEach(edge -> named.put(ids.give(""), edge));
        return named;
    }
}
