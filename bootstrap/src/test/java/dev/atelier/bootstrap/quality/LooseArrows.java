package dev.atelier.bootstrap.quality;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;

import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Connectors that do not begin and end on the border of the shapes that they name. A plain line of
/// a drawing that names none is a stroke of the pen.
final class LooseArrows {

    /// In canvas units.
    private static final double REACH = 2;

    private static final double FLATNESS = 0.1;

    private LooseArrows() {}

    static List<String> in(CanvasDesign design, List<Print> prints) {
        var shapes =
                prints.stream()
                        .collect(Collectors.toMap(it -> it.object().id(), Function.identity()));
        return design.objects().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .filter(line -> !isStroke(line, design))
                .filter(
                        line ->
                                isLoose(line.from(), line.points().getFirst(), shapes)
                                        || isLoose(line.to(), line.points().getLast(), shapes))
                .map(line -> line.id().value())
                .toList();
    }

    private static boolean isStroke(Connector line, CanvasDesign design) {
        return design.diagram() == null
                && line.ending() == Connector.Ending.LINE
                && line.from() == null
                && line.to() == null;
    }

    private static boolean isLoose(
            @Nullable ObjectId name, Position end, Map<ObjectId, Print> shapes) {
        var shape = name == null ? null : shapes.get(name);
        return shape == null || distance(shape.outline(), end) > REACH;
    }

    private static double distance(Shape outline, Position point) {
        var path = new FlatteningPathIterator(outline.getPathIterator(null), FLATNESS);
        var at = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        var nearest = Double.POSITIVE_INFINITY;
        for (; !path.isDone(); path.next()) {
            var kind = path.currentSegment(at);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = at[0];
                startY = at[1];
            } else {
                var closes = kind == PathIterator.SEG_CLOSE;
                var toX = closes ? startX : at[0];
                var toY = closes ? startY : at[1];
                var side = new Line2D.Double(x, y, toX, toY);
                nearest = Math.min(nearest, side.ptSegDist(point.x(), point.y()));
            }
            x = kind == PathIterator.SEG_CLOSE ? startX : at[0];
            y = kind == PathIterator.SEG_CLOSE ? startY : at[1];
        }
        return nearest;
    }
}
