package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The diagram that a canvas shows: its own, or as much of one as its objects make. Shapes that say
/// something are nodes, lines between two of them edges; the rest is no part of it.
public final class CanvasDiagram {

    private CanvasDiagram() {}

    /// @return nothing if there is no shape that can be named
    public static Optional<Diagram> of(CanvasDesign design) {
        return design.diagram() == null ? derived(design) : Optional.of(design.diagram());
    }

    private static Optional<Diagram> derived(CanvasDesign design) {
        var nodes =
                design.objects().stream()
                        .flatMap(CanvasDiagram::node)
                        .limit(Diagram.MAX_NODES)
                        .toList();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        var ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        var edges =
                design.objects().stream()
                        .flatMap(object -> edge(object, ids))
                        .distinct()
                        .limit(Diagram.MAX_EDGES)
                        .toList();
        var title = Wording.tidy(design.title(), Wording.MAX_TITLE);
        return Optional.of(
                new Diagram(title, Kind.FLOWCHART, Direction.DOWN, nodes, edges, List.of()));
    }

    private static Stream<Node> node(CanvasObject object) {
        return switch (object) {
            case Box box when box.outline() == Box.Outline.DIAMOND ->
                    node(box.id(), box.label(), Role.DECISION);
            case Box box -> node(box.id(), box.label(), Role.PROCESS);
            case Circle circle -> node(circle.id(), circle.label(), Role.START);
            case CanvasObject.Text _, Connector _ -> Stream.empty();
        };
    }

    private static Stream<Node> node(ObjectId id, @Nullable Label label, Role role) {
        var text = label == null ? "" : Wording.tidy(label.text(), Wording.MAX_LABEL);
        return text.isEmpty() || !Picture.ID.matcher(id.value()).matches()
                ? Stream.empty()
                : Stream.of(new Node(id.value(), text, role, null));
    }

    private static Stream<Edge> edge(CanvasObject object, Set<String> nodes) {
        if (!(object instanceof Connector line) || line.from() == null || line.to() == null) {
            return Stream.empty();
        }
        var edge = new Edge(line.from().value(), line.to().value(), null);
        return nodes.contains(edge.from()) && nodes.contains(edge.to())
                ? Stream.of(edge)
                : Stream.empty();
    }
}
