package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;

/// Writes flowcharts: as the arrows say, else step by step as listed, else from a template that
/// fits the subject.
final class Flowcharts {

    /// A chain this short is easier to read from left to right.
    private static final int SHORT = 5;

    private Flowcharts() {}

    static Diagram write(Request request) {
        var diagram = content(request);
        if (request.direction() != null) {
            return diagram.towards(request.direction()).build();
        }
        var flow = diagram.build();
        return diagram.isChain() && flow.nodes().size() <= SHORT
                ? diagram.towards(Direction.RIGHT).build()
                : flow;
    }

    private static DiagramBuilder content(Request request) {
        if (Arrows.isIn(request.body())) {
            var drawn = Arrows.flowchart(request.title(), request.body());
            if (!drawn.isEmpty()) {
                return drawn;
            }
        }
        var steps = Items.read(request.body());
        if (steps.size() > 1) {
            var diagram = new DiagramBuilder(request.title(), Kind.FLOWCHART);
            new Steps(diagram).add(steps);
            return diagram;
        }
        return Arrows.flowchart(request.title(), Templates.arrowsFor(request));
    }
}
