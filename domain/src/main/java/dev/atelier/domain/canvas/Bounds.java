package dev.atelier.domain.canvas;

/// The smallest upright box around something.
public record Bounds(double left, double top, double right, double bottom) {

    public static Bounds of(Position corner, Size size) {
        return new Bounds(
                corner.x(), corner.y(), corner.x() + size.width(), corner.y() + size.height());
    }

    /// Boxes that only share an edge do not overlap.
    public boolean overlaps(Bounds other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    public Bounds union(Bounds other) {
        return new Bounds(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }
}
