package dev.atelier.adapters.ai.layout;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;

import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Arranges any graph in layers, with lines at right angles that cross no node: loops, parallel
/// edges, groups and separate parts included. The work is the Eclipse Layout Kernel's.
final class GraphArranger implements Arranger {

    private static final double LABEL_WIDTH = 132;

    private static final int LONG = 24;
    private static final double SIDE_WAYS = 1.15;

    private final Look look;

    GraphArranger(Look look) {
        this.look = look;
    }

    /// What the parts of a graph look like.
    enum Look {
        /// A form for every role, and arrows that lead from one's back to the other's front.
        FLOW,
        /// Boxes, and plain lines that leave them wherever there is room.
        RELATIONS
    }

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) throws InterruptedException {
        var graph = ElkSettings.graph(diagram.direction());
        if (isLong(diagram)) {
            ElkSettings.wrap(graph);
        }
        var areas = GroupAreas.in(graph, diagram, theme);
        var nodes = place(diagram, areas, theme);
        var routes = diagram.edges().stream().map(edge -> route(edge, nodes, theme)).toList();

        new RecursiveGraphLayoutEngine().layout(graph, new StopsOnInterrupt());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var lines = routes.stream().map(route -> route.line(look == Look.FLOW)).toList();
        var shapes = nodes.values().stream().map(Placeable::shape).toList();
        var headings = areas.headings(lines);
        var captions = routes.stream().flatMap(Route::caption).toList();
        return new Arrangement(
                areas.shapes(),
                shapes,
                lines,
                Stream.concat(
                                headings.stream(),
                                ClearCaptions.of(captions, lines, areas.shapes(), shapes, headings)
                                        .stream())
                        .toList());
    }

    /// Long chains with few side ways, all in one area.
    private static boolean isLong(Diagram diagram) {
        return diagram.groups().isEmpty()
                && diagram.nodes().size() >= LONG
                && diagram.edges().size() <= diagram.nodes().size() * SIDE_WAYS;
    }

    private Map<String, Placeable> place(Diagram diagram, GroupAreas areas, Theme theme) {
        var groups = new HashMap<String, @Nullable String>();
        diagram.nodes().forEach(node -> groups.put(node.id(), node.group()));
        var downwards = diagram.direction() == Direction.DOWN;
        var nodes = new LinkedHashMap<String, Placeable>();
        for (var size : uniform(diagram, theme)) {
            var node = ElkGraphUtil.createNode(areas.around(groups.get(size.id())));
            node.setDimensions(size.width(), size.height());
            var docks =
                    look == Look.FLOW
                            ? new Docks(node, size.outline() == Outline.DIAMOND, downwards)
                            : null;
            nodes.put(size.id(), new Placeable(nodes.size(), size, node, docks));
        }
        return nodes;
    }

    /// Boxes of one width line up.
    private List<Sized> uniform(Diagram diagram, Theme theme) {
        var sized = FlowOrder.of(diagram).stream().map(node -> sized(node, theme)).toList();
        var width =
                sized.stream()
                        .filter(size -> size.outline() == Outline.RECTANGLE)
                        .mapToDouble(Sized::width)
                        .max()
                        .orElse(0);
        return sized.stream()
                .map(size -> size.outline() == Outline.RECTANGLE ? size.widened(width) : size)
                .toList();
    }

    private Sized sized(Node node, Theme theme) {
        return switch (look) {
            case FLOW -> Sized.of(node, theme.labelSize());
            case RELATIONS -> Sized.box(node, theme.labelSize());
        };
    }

    private static Route route(Edge drawn, Map<String, Placeable> nodes, Theme theme) {
        // A diagram is sound: its edges name its nodes.
        var from = requireNonNull(nodes.get(drawn.from()));
        var to = requireNonNull(nodes.get(drawn.to()));
        var leadsBack = to.index() <= from.index();
        var label = drawn.label();
        var edge =
                ElkGraphUtil.createSimpleEdge(
                        from.exit(leadsBack, label), to.entry(leadsBack && !from.equals(to)));
        if (!leadsBack) {
            ElkSettings.leadsOn(edge);
        }
        if (label == null) {
            return new Route(from, to, edge, null);
        }
        var text = TextBlock.wrap(label, LABEL_WIDTH, theme.captionSize());
        ElkGraphUtil.createLabel(text.text(), edge).setDimensions(text.width(), text.height());
        return new Route(from, to, edge, text);
    }

    /// A node before and after the layout.
    ///
    /// @param docks null where lines may meet it anywhere
    private record Placeable(int index, Sized size, ElkNode node, @Nullable Docks docks) {

        ElkConnectableShape exit(boolean leadsBack, @Nullable String label) {
            return docks == null ? node : docks.exit(leadsBack, label);
        }

        ElkConnectableShape entry(boolean leadsBack) {
            return docks == null ? node : docks.entry(leadsBack);
        }

        Shape shape() {
            var origin = ElkSettings.origin(node.getParent());
            return size.at(origin.x() + node.getX(), origin.y() + node.getY());
        }
    }

    /// An edge before and after the layout.
    private record Route(Placeable from, Placeable to, ElkEdge edge, @Nullable TextBlock text) {

        Line line(boolean arrow) {
            var origin = ElkSettings.origin(edge.getContainingNode());
            var section = edge.getSections().getFirst();
            var points = new ArrayList<Position>();
            points.add(origin.plus(section.getStartX(), section.getStartY()));
            for (var bend : section.getBendPoints()) {
                points.add(origin.plus(bend.getX(), bend.getY()));
            }
            points.add(origin.plus(section.getEndX(), section.getEndY()));
            return Lines.attached(from.shape(), to.shape(), points, arrow);
        }

        Stream<Caption> caption() {
            if (text == null) {
                return Stream.empty();
            }
            var origin = ElkSettings.origin(edge.getContainingNode());
            var label = edge.getLabels().getFirst();
            return Stream.of(new Caption(text, origin.plus(label.getX(), label.getY())));
        }
    }

    /// Lets go of a layout that nobody waits for any more.
    private static final class StopsOnInterrupt extends BasicProgressMonitor {

        @Override
        public boolean isCanceled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
