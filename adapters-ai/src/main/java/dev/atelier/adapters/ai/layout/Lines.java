package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.domain.canvas.Position;

import java.util.ArrayList;
import java.util.List;

/// Connections whose ends lie on the borders of what they connect.
final class Lines {

    private static final double STRAIGHT = 0.5;

    private Lines() {}

    /// A route between the boxes of two shapes, its ends drawn on to the true outlines.
    static Line attached(Shape from, Shape to, List<Position> route, boolean arrow) {
        var points = new ArrayList<>(route);
        points.set(0, from.outline().meet(from.bounds(), route.get(1), route.getFirst()));
        points.set(
                points.size() - 1,
                to.outline().meet(to.bounds(), route.get(route.size() - 2), route.getLast()));
        return new Line(from.id(), to.id(), points, arrow);
    }

    /// Down from one shape, across, and down to the other.
    static Line elbowDown(Shape from, Shape to, double acrossAt) {
        var startX = middleX(from);
        var endX = middleX(to);
        var route = new ArrayList<Position>();
        route.add(new Position(startX, from.bounds().bottom()));
        if (Math.abs(startX - endX) > STRAIGHT) {
            route.add(new Position(startX, acrossAt));
            route.add(new Position(endX, acrossAt));
        }
        route.add(new Position(endX, to.bounds().top()));
        return attached(from, to, route, false);
    }

    /// Down from one shape at `startX`, and to the right into the other.
    static Line elbowInto(Shape from, Shape to, double startX) {
        var route =
                List.of(
                        new Position(startX, from.bounds().bottom()),
                        new Position(startX, middleY(to)),
                        new Position(to.bounds().left(), middleY(to)));
        return attached(from, to, route, false);
    }

    /// Sideways from one shape, up or down, and sideways to the other.
    static Line elbowAcross(Shape from, Shape to, double turnAt) {
        var toTheRight = middleX(to) > middleX(from);
        var startY = middleY(from);
        var endY = middleY(to);
        var route = new ArrayList<Position>();
        route.add(new Position(toTheRight ? from.bounds().right() : from.bounds().left(), startY));
        if (Math.abs(startY - endY) > STRAIGHT) {
            route.add(new Position(turnAt, startY));
            route.add(new Position(turnAt, endY));
        }
        route.add(new Position(toTheRight ? to.bounds().left() : to.bounds().right(), endY));
        return attached(from, to, route, false);
    }

    /// The straight line between two centres, as far as it is outside of both.
    static Line straight(Shape from, Shape to, boolean arrow) {
        var start = from.outline().leave(from.bounds(), center(to));
        var end = to.outline().leave(to.bounds(), center(from));
        return new Line(from.id(), to.id(), List.of(start, end), arrow);
    }

    static double middleX(Shape shape) {
        return (shape.bounds().left() + shape.bounds().right()) / 2;
    }

    static double middleY(Shape shape) {
        return (shape.bounds().top() + shape.bounds().bottom()) / 2;
    }

    private static Position center(Shape shape) {
        return new Position(middleX(shape), middleY(shape));
    }
}
