package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.Position;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds a way from one shape to another past those that are there: straight or at right angles,
/// whatever covers least and is shortest.
final class Router {

    private static final double LOOP = 28;
    private static final double COVERING = 1000;
    private static final double BEND = 40;
    private static final double SLANT = 400;

    /// Diamonds and circles are met well inside of their boxes.
    private static final double CORE = 0.3;

    private final Sheet sheet;

    Router(Sheet sheet) {
        this.sheet = sheet;
    }

    /// @return points of which the first and the last lie on the borders of the shapes
    List<Position> route(Shape from, Shape to) {
        if (from.id().equals(to.id())) {
            return loop(from.bounds());
        }
        var obstacles =
                sheet.shapes()
                        .filter(it -> !Sheet.isArea(it))
                        .filter(it -> !it.id().value().equals(from.id()))
                        .filter(it -> !it.id().value().equals(to.id()))
                        .map(CanvasObject::bounds)
                        .toList();
        return ways(from, to).stream()
                .min(Comparator.comparingDouble(way -> cost(way, from, to, obstacles)))
                .orElseThrow();
    }

    /// Whether the line runs across one of its own shapes.
    static boolean isTangled(List<Position> way, Shape from, Shape to) {
        return Segments.cross(way, inner(from.bounds(), CORE))
                || Segments.cross(way, inner(to.bounds(), CORE));
    }

    private static List<Position> loop(Bounds box) {
        var x = (box.left() + box.right()) / 2;
        var y = (box.top() + box.bottom()) / 2;
        return List.of(
                new Position(box.right(), y),
                new Position(box.right() + LOOP, y),
                new Position(box.right() + LOOP, box.bottom() + LOOP),
                new Position(x, box.bottom() + LOOP),
                new Position(x, box.bottom()));
    }

    private static double cost(List<Position> way, Shape from, Shape to, List<Bounds> obstacles) {
        var covered = obstacles.stream().filter(box -> Segments.cross(way, box)).count();
        var own =
                List.of(from, to).stream()
                        .filter(shape -> Segments.cross(way, inner(shape.bounds(), CORE)))
                        .count();
        return (covered + own) * COVERING
                + Segments.length(way)
                + way.size() * BEND
                + (isSlanted(way) ? SLANT : 0);
    }

    /// @param share of the box to leave out on every side
    private static Bounds inner(Bounds box, double share) {
        var dx = box.width() * share;
        var dy = box.height() * share;
        return new Bounds(box.left() + dx, box.top() + dy, box.right() - dx, box.bottom() - dy);
    }

    private static boolean isSlanted(List<Position> way) {
        return way.size() == 2
                && Math.abs(way.getFirst().x() - way.getLast().x()) > 0.01
                && Math.abs(way.getFirst().y() - way.getLast().y()) > 0.01;
    }

    private static List<List<Position>> ways(Shape from, Shape to) {
        var a = from.bounds();
        var b = to.bounds();
        var routes = new ArrayList<List<Position>>();
        upright(a, b, routes);
        level(a, b, routes);
        corners(a, b, routes);
        var ways = new ArrayList<List<Position>>();
        ways.add(Lines.straight(from, to, true).points());
        routes.forEach(route -> ways.add(Lines.attached(from, to, route, true).points()));
        return ways;
    }

    private static void upright(Bounds a, Bounds b, List<List<Position>> routes) {
        var down = a.top() + a.bottom() <= b.top() + b.bottom();
        var startY = down ? a.bottom() : a.top();
        var endY = down ? b.top() : b.bottom();
        var left = Math.max(a.left(), b.left());
        var right = Math.min(a.right(), b.right());
        if (right - left >= 16) {
            var x = shared(left, right, middleX(a), middleX(b));
            routes.add(List.of(new Position(x, startY), new Position(x, endY)));
        }
        for (var share : List.of(0.5, 0.25, 0.75)) {
            var turn = startY + (endY - startY) * share;
            routes.add(
                    List.of(
                            new Position(middleX(a), startY),
                            new Position(middleX(a), turn),
                            new Position(middleX(b), turn),
                            new Position(middleX(b), endY)));
        }
    }

    private static void level(Bounds a, Bounds b, List<List<Position>> routes) {
        var onward = a.left() + a.right() <= b.left() + b.right();
        var startX = onward ? a.right() : a.left();
        var endX = onward ? b.left() : b.right();
        var top = Math.max(a.top(), b.top());
        var bottom = Math.min(a.bottom(), b.bottom());
        if (bottom - top >= 16) {
            var y = shared(top, bottom, middleY(a), middleY(b));
            routes.add(List.of(new Position(startX, y), new Position(endX, y)));
        }
        for (var share : List.of(0.5, 0.25, 0.75)) {
            var turn = startX + (endX - startX) * share;
            routes.add(
                    List.of(
                            new Position(startX, middleY(a)),
                            new Position(turn, middleY(a)),
                            new Position(turn, middleY(b)),
                            new Position(endX, middleY(b))));
        }
    }

    /// Where both middles can be met, there; else in the middle of what the two share.
    private static double shared(double low, double high, double one, double other) {
        if (one == other) {
            return one;
        }
        if (one > low && one < high) {
            return one;
        }
        return other > low && other < high ? other : (low + high) / 2;
    }

    private static void corners(Bounds a, Bounds b, List<List<Position>> routes) {
        var startX = middleX(a) <= middleX(b) ? a.right() : a.left();
        var endY = middleY(a) <= middleY(b) ? b.top() : b.bottom();
        routes.add(
                List.of(
                        new Position(startX, middleY(a)),
                        new Position(middleX(b), middleY(a)),
                        new Position(middleX(b), endY)));
        var startY = middleY(a) <= middleY(b) ? a.bottom() : a.top();
        var endX = middleX(a) <= middleX(b) ? b.left() : b.right();
        routes.add(
                List.of(
                        new Position(middleX(a), startY),
                        new Position(middleX(a), middleY(b)),
                        new Position(endX, middleY(b))));
    }

    private static double middleX(Bounds box) {
        return (box.left() + box.right()) / 2;
    }

    private static double middleY(Bounds box) {
        return (box.top() + box.bottom()) / 2;
    }
}
