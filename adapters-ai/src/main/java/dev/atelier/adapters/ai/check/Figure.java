package dev.atelier.adapters.ai.check;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The true outline of a shape, as a polygon without dents. Stars and hearts count as their boxes.
record Figure(List<Corner> corners) {

    private static final int CORNERS_OF_A_CIRCLE = 48;

    /// @return nothing for a connection, which has no inside
    static Optional<Figure> of(CanvasObject object) {
        return switch (object) {
            case Circle circle -> Optional.of(round(circle));
            case Box box when box.outline() == Box.Outline.DIAMOND ->
                    Optional.of(diamond(box.bounds()));
            case Box _, Text _ -> Optional.of(box(object.bounds()));
            case Connector _ -> Optional.empty();
        };
    }

    private static Figure box(Bounds box) {
        return new Figure(
                List.of(
                        new Corner(box.left(), box.top()),
                        new Corner(box.right(), box.top()),
                        new Corner(box.right(), box.bottom()),
                        new Corner(box.left(), box.bottom())));
    }

    private static Figure diamond(Bounds box) {
        var x = (box.left() + box.right()) / 2;
        var y = (box.top() + box.bottom()) / 2;
        return new Figure(
                List.of(
                        new Corner(x, box.top()),
                        new Corner(box.right(), y),
                        new Corner(x, box.bottom()),
                        new Corner(box.left(), y)));
    }

    private static Figure round(Circle circle) {
        return new Figure(
                IntStream.range(0, CORNERS_OF_A_CIRCLE)
                        .mapToDouble(i -> 2 * Math.PI * i / CORNERS_OF_A_CIRCLE)
                        .mapToObj(
                                angle ->
                                        new Corner(
                                                circle.center().x()
                                                        + circle.radius() * Math.cos(angle),
                                                circle.center().y()
                                                        + circle.radius() * Math.sin(angle)))
                        .toList());
    }

    /// Two polygons without dents are apart if one of their sides has the other wholly beyond it
    /// (separating axes).
    boolean overlaps(Figure other, double tolerance) {
        return !hasSideBefore(other, tolerance) && !other.hasSideBefore(this, tolerance);
    }

    boolean contains(Figure other, double tolerance) {
        return sides().allMatch(side -> side.farthest(other) <= tolerance);
    }

    private boolean hasSideBefore(Figure other, double tolerance) {
        return sides().anyMatch(side -> side.nearest(other) >= -tolerance);
    }

    private Stream<Side> sides() {
        return IntStream.range(0, corners.size())
                .mapToObj(i -> new Side(corners.get(i), corners.get((i + 1) % corners.size())));
    }

    /// Unlike a position, it may lie off the canvas.
    record Corner(double x, double y) {}

    /// A side with the inside of its figure to the right of the way from `a` to `b`.
    private record Side(Corner a, Corner b) {

        double nearest(Figure other) {
            return other.corners().stream().mapToDouble(this::beyond).min().orElseThrow();
        }

        double farthest(Figure other) {
            return other.corners().stream().mapToDouble(this::beyond).max().orElseThrow();
        }

        /// How far outside of this side a point is; negative if it is inside.
        private double beyond(Corner point) {
            var dx = b.x() - a.x();
            var dy = b.y() - a.y();
            return ((point.x() - a.x()) * dy - (point.y() - a.y()) * dx) / Math.hypot(dx, dy);
        }
    }
}
