package dev.atelier.adapters.export.figure;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Leads lines that are bound to a star or a heart on to its very outline: designs bind them to its
/// box.
public final class Docking {

    private static final double PARALLEL = 1e-9;

    private final Map<ObjectId, List<Position>> outlines = new HashMap<>();

    private Docking(CanvasDesign design) {
        for (var object : design.objects()) {
            if (object instanceof Box box) {
                switch (box.outline()) {
                    case STAR -> outlines.put(box.id(), Star.corners(box.bounds()));
                    case HEART -> outlines.put(box.id(), new Heart(box.bounds()).corners());
                    case RECTANGLE, DIAMOND -> {}
                }
            }
        }
    }

    /// The same design with such lines made longer or shorter, in their own direction.
    public static CanvasDesign of(CanvasDesign design) {
        var docking = new Docking(design);
        List<CanvasObject> objects = design.objects().stream().map(docking::docked).toList();
        return new CanvasDesign(design.title(), objects, design.diagram());
    }

    private CanvasObject docked(CanvasObject object) {
        if (!(object instanceof Connector line)) {
            return object;
        }
        var points = new ArrayList<>(line.points());
        var last = points.size() - 1;
        meet(line.from(), points.get(1), points.getFirst()).ifPresent(at -> points.set(0, at));
        meet(line.to(), points.get(last - 1), points.get(last))
                .ifPresent(at -> points.set(last, at));
        return new Connector(
                line.id(),
                line.ending(),
                points,
                line.stroke(),
                line.strokeWidth(),
                line.from(),
                line.to());
    }

    /// Where a ray from `before` through `end` first meets the outline, if it does.
    private Optional<Position> meet(@Nullable ObjectId shape, Position before, Position end) {
        var corners = shape == null ? null : outlines.get(shape);
        if (corners == null) {
            return Optional.empty();
        }
        var dx = end.x() - before.x();
        var dy = end.y() - before.y();
        return IntStream.range(0, corners.size())
                .mapToDouble(
                        i ->
                                reach(
                                        before,
                                        dx,
                                        dy,
                                        corners.get(i),
                                        corners.get((i + 1) % corners.size())))
                .filter(Double::isFinite)
                .min()
                .stream()
                .mapToObj(reach -> before.plus(dx * reach, dy * reach))
                .findFirst();
    }

    /// How many times (dx, dy) it takes from `start` to the edge from `a` to `b`; infinite if the
    /// ray misses it.
    private static double reach(Position start, double dx, double dy, Position a, Position b) {
        var ex = b.x() - a.x();
        var ey = b.y() - a.y();
        var across = dx * ey - dy * ex;
        if (Math.abs(across) < PARALLEL) {
            return Double.POSITIVE_INFINITY;
        }
        var ax = a.x() - start.x();
        var ay = a.y() - start.y();
        var reach = (ax * ey - ay * ex) / across;
        var along = (ax * dy - ay * dx) / across;
        return reach >= 0 && along >= 0 && along <= 1 ? reach : Double.POSITIVE_INFINITY;
    }
}
