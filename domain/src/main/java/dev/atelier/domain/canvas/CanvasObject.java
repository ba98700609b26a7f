package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// One thing on a canvas.
public sealed interface CanvasObject {

    ObjectId id();

    /// The kind's name on the wire, such as `rectangle`.
    String type();

    Bounds bounds();

    CanvasObject movedBy(double dx, double dy);

    /// A shape that fills the box from its top left corner `at`.
    record Box(
            ObjectId id,
            Outline outline,
            Position at,
            Size size,
            Paint paint,
            @Nullable Label label)
            implements CanvasObject {

        public enum Outline {
            RECTANGLE,
            DIAMOND,
            STAR,
            HEART
        }

        @Override
        public String type() {
            return outline.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Bounds bounds() {
            return Bounds.of(at, size);
        }

        @Override
        public Box movedBy(double dx, double dy) {
            return new Box(id, outline, at.plus(dx, dy), size, paint, label);
        }
    }

    /// A circle around `center`.
    record Circle(ObjectId id, Position center, double radius, Paint paint, @Nullable Label label)
            implements CanvasObject {

        public Circle {
            if (!(radius > 0 && radius <= Position.MAX)) {
                throw new InvalidValue("radius must be positive and at most 1000000");
            }
        }

        @Override
        public String type() {
            return "circle";
        }

        @Override
        public Bounds bounds() {
            return new Bounds(
                    center.x() - radius,
                    center.y() - radius,
                    center.x() + radius,
                    center.y() + radius);
        }

        @Override
        public Circle movedBy(double dx, double dy) {
            return new Circle(id, center.plus(dx, dy), radius, paint, label);
        }
    }

    /// Free text in the box from its top left corner `at`.
    record Text(ObjectId id, Position at, Size size, Label label) implements CanvasObject {

        @Override
        public String type() {
            return "text";
        }

        @Override
        public Bounds bounds() {
            return Bounds.of(at, size);
        }

        @Override
        public Text movedBy(double dx, double dy) {
            return new Text(id, at.plus(dx, dy), size, label);
        }
    }

    /// A line through `points`, of which an arrow has a head at the last. `from` and `to` name the
    /// shapes it is bound to.
    record Connector(
            ObjectId id,
            Ending ending,
            List<Position> points,
            Color stroke,
            double strokeWidth,
            @Nullable ObjectId from,
            @Nullable ObjectId to)
            implements CanvasObject {

        public enum Ending {
            ARROW,
            LINE
        }

        public static final int MAX_POINTS = 200;

        public Connector {
            points = List.copyOf(points);
            if (points.size() < 2 || points.size() > MAX_POINTS) {
                throw new InvalidValue("a line needs 2 to 200 points");
            }
            if (!(strokeWidth > 0 && strokeWidth <= 100)) {
                throw new InvalidValue("strokeWidth must be above 0 and at most 100");
            }
        }

        @Override
        public String type() {
            return ending.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Bounds bounds() {
            return points.stream()
                    .map(p -> new Bounds(p.x(), p.y(), p.x(), p.y()))
                    .reduce(Bounds::union)
                    .orElseThrow();
        }

        @Override
        public Connector movedBy(double dx, double dy) {
            var moved = points.stream().map(p -> p.plus(dx, dy)).toList();
            return new Connector(id, ending, moved, stroke, strokeWidth, from, to);
        }

        /// The same line, bound to other names of the same shapes.
        public Connector renamed(
                ObjectId newId, @Nullable ObjectId newFrom, @Nullable ObjectId newTo) {
            return new Connector(newId, ending, points, stroke, strokeWidth, newFrom, newTo);
        }
    }
}
