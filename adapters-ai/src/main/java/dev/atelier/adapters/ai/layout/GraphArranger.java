package dev.atelier.adapters.ai.layout;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;

import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// Arranges any graph in layers, with lines at right angles that cross no node: loops, parallel
/// edges and separate parts included. The work is the Eclipse Layout Kernel's.
final class GraphArranger implements Arranger {

    private static final double LABEL_WIDTH = 132;

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) throws InterruptedException {
        var graph = graph(diagram.direction());
        var downwards = diagram.direction() == Diagram.Direction.DOWN;
        var nodes = new LinkedHashMap<String, Placeable>();
        for (var size : uniform(diagram, theme)) {
            nodes.put(size.id(), Placeable.in(graph, nodes.size(), size, downwards));
        }
        var edges = new ArrayList<Route>();
        for (var edge : diagram.edges()) {
            // A diagram is sound: its edges name its nodes.
            var from = requireNonNull(nodes.get(edge.from()));
            var to = requireNonNull(nodes.get(edge.to()));
            edges.add(route(from, to, edge.label(), theme));
        }

        new RecursiveGraphLayoutEngine().layout(graph, new StopsOnInterrupt());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new Arrangement(
                nodes.values().stream().map(Placeable::shape).toList(),
                edges.stream().map(Route::line).toList(),
                edges.stream().flatMap(Route::caption).toList());
    }

    private static ElkNode graph(Diagram.Direction direction) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        graph.setProperty(
                CoreOptions.DIRECTION,
                direction == Diagram.Direction.RIGHT ? Direction.RIGHT : Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 56.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 28.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 20.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_LABEL, 6.0);
        graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, 72.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 16.0);
        // The order of the words is the order of the picture: what leads back is what was said
        // later.
        graph.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(
                LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        return graph;
    }

    /// Boxes of one width line up.
    private static List<Sized> uniform(Diagram diagram, Theme theme) {
        var sized =
                FlowOrder.of(diagram).stream()
                        .map(node -> Sized.of(node, theme.labelSize()))
                        .toList();
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

    private static Route route(Placeable from, Placeable to, @Nullable String label, Theme theme) {
        var leadsBack = to.index() <= from.index();
        var edge =
                ElkGraphUtil.createSimpleEdge(
                        from.docks().exit(leadsBack, label),
                        to.docks().entry(leadsBack && !from.equals(to)));
        if (label == null) {
            return new Route(from, to, edge, null);
        }
        var text = TextBlock.wrap(label, LABEL_WIDTH, theme.captionSize());
        ElkGraphUtil.createLabel(text.text(), edge).setDimensions(text.width(), text.height());
        return new Route(from, to, edge, text);
    }

    /// A node before and after the layout.
    private record Placeable(int index, Sized size, ElkNode node, Docks docks) {

        static Placeable in(ElkNode graph, int index, Sized size, boolean downwards) {
            var node = ElkGraphUtil.createNode(graph);
            node.setDimensions(size.width(), size.height());
            var docks = new Docks(node, size.outline() == Outline.DIAMOND, downwards);
            return new Placeable(index, size, node, docks);
        }

        Shape shape() {
            return size.at(node.getX(), node.getY());
        }
    }

    /// An edge before and after the layout.
    private record Route(Placeable from, Placeable to, ElkEdge edge, @Nullable TextBlock text) {

        Line line() {
            var section = edge.getSections().getFirst();
            var points = new ArrayList<Position>();
            points.add(new Position(section.getStartX(), section.getStartY()));
            for (var bend : section.getBendPoints()) {
                points.add(new Position(bend.getX(), bend.getY()));
            }
            points.add(new Position(section.getEndX(), section.getEndY()));
            return Lines.attached(from.shape(), to.shape(), points, true);
        }

        Stream<Caption> caption() {
            if (text == null) {
                return Stream.empty();
            }
            var label = edge.getLabels().getFirst();
            return Stream.of(new Caption(text, new Position(label.getX(), label.getY())));
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
