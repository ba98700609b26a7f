package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;

import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/// How we want graphs and the areas within them to be laid out.
final class ElkSettings {

    private ElkSettings() {}

    static ElkNode graph(Diagram.Direction direction) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(
                CoreOptions.DIRECTION,
                direction == Diagram.Direction.RIGHT ? Direction.RIGHT : Direction.DOWN);
        apply(graph, new ElkPadding(0));
        return graph;
    }

    /// Lays a long graph in rows or columns side by side, about as wide as a screen.
    static void wrap(ElkNode graph) {
        graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
        graph.setProperty(CoreOptions.ASPECT_RATIO, 1.4);
    }

    /// A part of the graph with nodes of its own.
    static ElkNode area(ElkNode graph, ElkPadding padding) {
        var area = ElkGraphUtil.createNode(graph);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        forgetOrder(graph);
        area.setProperty(CoreOptions.DIRECTION, graph.getProperty(CoreOptions.DIRECTION));
        apply(area, padding);
        forgetOrder(area);
        return area;
    }

    /// The engine fails where it has both areas and the order of the words to regard.
    private static void forgetOrder(ElkNode graph) {
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NONE);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.GREEDY);
    }

    /// What flows on is not to be turned round for the sake of what leads back.
    static void leadsOn(ElkEdge edge) {
        edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, 10);
    }

    private static void apply(ElkNode graph, ElkPadding padding) {
        graph.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, padding);
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
    }

    /// Where the coordinates of what a graph or an area contains count from.
    static Position origin(@Nullable ElkNode container) {
        var origin = new Position(0, 0);
        for (var node = container; node != null; node = node.getParent()) {
            origin = origin.plus(node.getX(), node.getY());
        }
        return origin;
    }
}
