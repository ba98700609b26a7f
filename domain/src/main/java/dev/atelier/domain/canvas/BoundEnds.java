package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Connector;

import java.util.ArrayList;
import java.util.List;

/// Lines that go along when a shape they are bound to moves.
final class BoundEnds {

    private static final double STRAIGHT = 0.01;

    private BoundEnds() {}

    /// The line after that shape moved. A corner next to the moved end goes along as far as the
    /// line stays upright and level where it was.
    static Connector follow(Connector line, ObjectId shape, double dx, double dy) {
        if (shape.equals(line.from()) && shape.equals(line.to())) {
            return line.movedBy(dx, dy);
        }
        var points = new ArrayList<>(line.points());
        if (shape.equals(line.from())) {
            moveFirst(points, dx, dy);
        } else {
            var reversed = new ArrayList<>(points.reversed());
            moveFirst(reversed, dx, dy);
            points = new ArrayList<>(reversed.reversed());
        }
        return new Connector(
                line.id(),
                line.ending(),
                points,
                line.stroke(),
                line.strokeWidth(),
                line.from(),
                line.to());
    }

    private static void moveFirst(List<Position> points, double dx, double dy) {
        var end = points.getFirst();
        if (points.size() > 2) {
            var corner = points.get(1);
            var upright = Math.abs(corner.x() - end.x()) < STRAIGHT;
            var level = Math.abs(corner.y() - end.y()) < STRAIGHT;
            points.set(1, corner.plus(upright ? dx : 0, level ? dy : 0));
        }
        points.set(0, end.plus(dx, dy));
    }

    /// The point half-way between the ends of its middle segment.
    static Position middle(Connector line) {
        var points = line.points();
        var before = points.get((points.size() - 1) / 2);
        var after = points.get((points.size() - 1) / 2 + 1);
        return new Position((before.x() + after.x()) / 2, (before.y() + after.y()) / 2);
    }
}
