package dev.atelier.adapters.export.svg;

import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.Position;

import java.util.ArrayList;
import java.util.List;

/// Lines, and heads whose points are exactly where the arrows end.
final class Lines {

    private static final double HEAD_LENGTH = 6;
    private static final double HEAD_LENGTH_PER_STROKE = 3;
    private static final double HEAD_WIDTH_PER_LENGTH = 0.8;

    /// How far the line runs into its head, so that no gap shows and no thick end sticks out.
    private static final double OVERLAP = 0.3;

    private final Markup xml;

    Lines(Markup xml) {
        this.xml = xml;
    }

    void draw(Connector line) {
        var points = distinct(line.points());
        if (line.ending() == Connector.Ending.LINE || points.size() < 2) {
            stroke(line, points);
            return;
        }
        var head = Head.of(points, line.strokeWidth());
        var shaft = new ArrayList<>(points.subList(0, points.size() - 1));
        shaft.add(head.along(1 - OVERLAP));
        stroke(line, shaft);
        xml.leaf("polygon")
                .with("points", Shapes.points(head.corners()))
                .with("fill", Shapes.color(line.stroke()));
    }

    private void stroke(Connector line, List<Position> points) {
        xml.leaf("polyline")
                .with("points", Shapes.points(points))
                .with("fill", "none")
                .with("stroke", Shapes.color(line.stroke()))
                .with("stroke-width", line.strokeWidth())
                .with("stroke-linejoin", "round")
                .with("stroke-linecap", line.ending() == Connector.Ending.LINE ? "round" : "butt");
    }

    private static List<Position> distinct(List<Position> points) {
        var kept = new ArrayList<Position>();
        for (var point : points) {
            if (kept.isEmpty() || !kept.getLast().equals(point)) {
                kept.add(point);
            }
        }
        return kept;
    }

    /// A triangle at the end of a line's last stretch.
    private record Head(Position tip, double dx, double dy, double length) {

        static Head of(List<Position> points, double strokeWidth) {
            var tip = points.getLast();
            var before = points.get(points.size() - 2);
            var stretch = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
            var length = HEAD_LENGTH + HEAD_LENGTH_PER_STROKE * strokeWidth;
            return new Head(
                    tip,
                    (tip.x() - before.x()) / stretch,
                    (tip.y() - before.y()) / stretch,
                    Math.min(length, stretch));
        }

        /// On the axis, `share` of the length back from the tip.
        Position along(double share) {
            return tip.plus(-dx * length * share, -dy * length * share);
        }

        List<Position> corners() {
            var base = along(1);
            var half = length * HEAD_WIDTH_PER_LENGTH / 2;
            return List.of(tip, base.plus(-dy * half, dx * half), base.plus(dy * half, -dx * half));
        }
    }
}
