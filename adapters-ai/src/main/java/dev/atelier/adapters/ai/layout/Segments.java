package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;

import java.util.List;

/// Geometry of lines with bends.
final class Segments {

    private Segments() {}

    /// Whether any part of the line lies inside the box.
    static boolean cross(List<Position> points, Bounds box) {
        for (int i = 1; i < points.size(); i++) {
            if (crosses(points.get(i - 1), points.get(i), box)) {
                return true;
            }
        }
        return false;
    }

    static double length(List<Position> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += distance(points.get(i - 1), points.get(i));
        }
        return length;
    }

    /// The point half way along the line.
    static Position middle(List<Position> points) {
        var left = length(points) / 2;
        for (int i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            var step = distance(a, b);
            if (step > 0 && step >= left) {
                return a.plus((b.x() - a.x()) * left / step, (b.y() - a.y()) * left / step);
            }
            left -= step;
        }
        return points.getLast();
    }

    /// Whether the line runs rather across than up or down half way along.
    static boolean isLevelAtTheMiddle(List<Position> points) {
        var left = length(points) / 2;
        for (int i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            left -= distance(a, b);
            if (left <= 0) {
                return Math.abs(b.x() - a.x()) > Math.abs(b.y() - a.y());
            }
        }
        return true;
    }

    private static double distance(Position a, Position b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }

    /// Clips the segment to the box, one pair of sides after the other (Liang and Barsky).
    private static boolean crosses(Position a, Position b, Bounds box) {
        double[] along = {b.x() - a.x(), b.y() - a.y()};
        double[] low = {box.left() - a.x(), box.top() - a.y()};
        double[] high = {box.right() - a.x(), box.bottom() - a.y()};
        double from = 0;
        double to = 1;
        for (int axis = 0; axis < 2; axis++) {
            if (along[axis] == 0) {
                if (low[axis] >= 0 || high[axis] <= 0) {
                    return false;
                }
                continue;
            }
            var first = low[axis] / along[axis];
            var second = high[axis] / along[axis];
            from = Math.max(from, Math.min(first, second));
            to = Math.min(to, Math.max(first, second));
        }
        return from < to;
    }
}
