package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// A diagram that follows what its owner does to its drawing.
record DrawnDiagram(Diagram diagram) {

    /// The node says something else; what stands below its first line are its details.
    DrawnDiagram relabelled(ObjectId id, String text) {
        return withNodes(
                diagram.nodes().stream()
                        .map(node -> node.id().equals(id.value()) ? saying(node, text) : node)
                        .toList());
    }

    private static Node saying(Node node, String text) {
        var lines =
                text.lines()
                        .map(line -> Wording.tidy(line, Wording.MAX_LABEL))
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.isEmpty()) {
            return node;
        }
        return node.details().isEmpty()
                ? new Node(node.id(), plain(text, Wording.MAX_LABEL), node.role(), node.group())
                : new Node(
                        node.id(),
                        lines.getFirst(),
                        node.role(),
                        node.group(),
                        lines.stream().skip(1).limit(Diagram.MAX_DETAILS).toList());
    }

    /// The edge whose words these were says something else.
    DrawnDiagram captioned(Text caption, String text) {
        var was = plain(caption);
        var is = plain(text, Wording.MAX_LABEL);
        var edges = new ArrayList<>(diagram.edges());
        for (int i = 0; i < edges.size(); i++) {
            var edge = edges.get(i);
            if (was.equals(edge.label()) && !is.isEmpty()) {
                edges.set(i, new Edge(edge.from(), edge.to(), is));
                return with(diagram.nodes(), edges);
            }
        }
        return this;
    }

    /// @return null if nothing is left to show
    @Nullable DrawnDiagram without(ObjectId id) {
        var nodes = diagram.nodes().stream().filter(it -> !it.id().equals(id.value())).toList();
        var edges =
                diagram.edges().stream()
                        .filter(it -> !it.from().equals(id.value()))
                        .filter(it -> !it.to().equals(id.value()))
                        .toList();
        return nodes.isEmpty() ? null : with(nodes, edges);
    }

    DrawnDiagram withoutEdge(Connector line) {
        var edge = edge(line);
        if (edge == null) {
            return this;
        }
        var edges = new ArrayList<>(diagram.edges());
        edges.remove(edge);
        return with(diagram.nodes(), edges);
    }

    /// What is written at the line, if its edge says something.
    @Nullable Text caption(Connector line, Collection<CanvasObject> objects) {
        var edge = edge(line);
        if (edge == null || edge.label() == null) {
            return null;
        }
        var middle = BoundEnds.middle(line);
        return objects.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> plain(text).equals(edge.label()))
                .min(Comparator.comparingDouble(text -> distance(text, middle)))
                .orElse(null);
    }

    private @Nullable Edge edge(Connector line) {
        return diagram.edges().stream()
                .filter(edge -> edge.from().equals(node(line.from())))
                .filter(edge -> edge.to().equals(node(line.to())))
                .findFirst()
                .orElse(null);
    }

    /// A line can be bound to a part of a node, such as its lifeline.
    private static String node(@Nullable ObjectId end) {
        var name = Objects.requireNonNullElse(end, new ObjectId("-")).value();
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    private static double distance(Text text, Position middle) {
        var box = text.bounds();
        return Math.hypot(
                (box.left() + box.right()) / 2 - middle.x(),
                (box.top() + box.bottom()) / 2 - middle.y());
    }

    static String plain(Text text) {
        return plain(text.label().text(), CanvasDesign.MAX_TITLE_LENGTH);
    }

    static String plain(String text, int maxLength) {
        return Wording.tidy(text, maxLength);
    }

    private DrawnDiagram withNodes(List<Node> nodes) {
        return with(nodes, diagram.edges());
    }

    private DrawnDiagram with(List<Node> nodes, List<Edge> edges) {
        return new DrawnDiagram(
                new Diagram(
                        diagram.title(),
                        diagram.kind(),
                        diagram.direction(),
                        nodes,
                        edges,
                        diagram.groups()));
    }
}
