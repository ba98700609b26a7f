package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

/// The form of a shape: how much room it needs around a text, and where a line meets it.
public enum Outline {
    RECTANGLE,
    DIAMOND,
    CIRCLE,
    STAR,
    HEART;

    static final double PADDING_X = 16;
    static final double PADDING_Y = 13;

    /// The part of a diamond's half width plus half height that its text may use up.
    private static final double DIAMOND_USE = 0.9;

    /// All of the room, with something for rounding.
    private static final double FULL = 1.000_001;

    /// The form of an object on a canvas; text has that of its box.
    public static Outline of(CanvasObject object) {
        return switch (object) {
            case Box box ->
                    switch (box.outline()) {
                        case RECTANGLE -> RECTANGLE;
                        case DIAMOND -> DIAMOND;
                        case STAR -> STAR;
                        case HEART -> HEART;
                    };
            case CanvasObject.Circle _ -> CIRCLE;
            case CanvasObject.Text _, CanvasObject.Connector _ -> RECTANGLE;
        };
    }

    /// The smallest shape of this form in which the text lies wholly inside.
    Size around(TextBlock text) {
        return switch (this) {
            case RECTANGLE -> rounded(text.width() + 2 * PADDING_X, text.height() + 2 * PADDING_Y);
            case DIAMOND -> {
                var width = Math.max(132, text.width() * 1.75);
                var height = text.height() / (DIAMOND_USE - text.width() / width);
                yield rounded(width, Math.max(80, height));
            }
            case CIRCLE -> {
                var diameter = Math.max(64, Math.hypot(text.width(), text.height()) + 16);
                yield rounded(diameter, diameter);
            }
            case STAR, HEART -> rounded(text.width() * 2.2 + 40, text.height() * 2.2 + 40);
        };
    }

    /// Whether the text lies wholly inside a shape of this form that fills the box.
    public boolean holds(Bounds box, TextBlock text) {
        var across = text.width() / box.width();
        var down = text.height() / box.height();
        return switch (this) {
            case RECTANGLE -> across <= FULL && down <= FULL;
            case DIAMOND -> across + down <= FULL;
            case CIRCLE -> Math.hypot(across, down) <= FULL;
            case STAR, HEART -> across <= 0.5 && down <= 0.5;
        };
    }

    /// Whether a point lies on the border of a shape of this form that fills the box, give or take
    /// one unit.
    public boolean touches(Bounds box, Position point) {
        var dx = Math.abs(point.x() - (box.left() + box.right()) / 2);
        var dy = Math.abs(point.y() - (box.top() + box.bottom()) / 2);
        var a = box.width() / 2;
        var b = box.height() / 2;
        return switch (this) {
            case CIRCLE -> Math.abs(Math.hypot(dx, dy) - a) <= 1;
            case DIAMOND -> Math.abs(dx / a + dy / b - 1) * Math.min(a, b) <= 1;
            case RECTANGLE, STAR, HEART ->
                    (Math.abs(dx - a) <= 1 && dy <= b + 1)
                            || (Math.abs(dy - b) <= 1 && dx <= a + 1);
        };
    }

    /// Where a line that comes from `outside` and aims at `target` on or inside the box meets the
    /// border, if it runs straight up, down or across.
    Position meet(Bounds box, Position outside, Position target) {
        var centerX = (box.left() + box.right()) / 2;
        var centerY = (box.top() + box.bottom()) / 2;
        if (Math.abs(outside.x() - target.x()) <= Math.abs(outside.y() - target.y())) {
            var reach = reach(target.x() - centerX, box.width() / 2, box.height() / 2);
            return new Position(
                    target.x(), outside.y() < centerY ? centerY - reach : centerY + reach);
        }
        var reach = reach(target.y() - centerY, box.height() / 2, box.width() / 2);
        return new Position(outside.x() < centerX ? centerX - reach : centerX + reach, target.y());
    }

    /// Where a line from the centre in the direction of `other` leaves the shape.
    Position leave(Bounds box, Position other) {
        var a = box.width() / 2;
        var b = box.height() / 2;
        var center = new Position(box.left() + a, box.top() + b);
        var dx = other.x() - center.x();
        var dy = other.y() - center.y();
        if (Math.hypot(dx, dy) < 1e-9) {
            return new Position(center.x(), box.top());
        }
        var scale =
                switch (this) {
                    case CIRCLE -> a / Math.hypot(dx, dy);
                    case DIAMOND -> 1 / (Math.abs(dx) / a + Math.abs(dy) / b);
                    case RECTANGLE, STAR, HEART -> 1 / Math.max(Math.abs(dx) / a, Math.abs(dy) / b);
                };
        return center.plus(dx * scale, dy * scale);
    }

    /// How far the shape reaches from its centre along one axis, `offset` away from it on the
    /// other.
    private double reach(double offset, double halfAcross, double halfAlong) {
        var share = Math.min(1, Math.abs(offset) / halfAcross);
        return switch (this) {
            case RECTANGLE, STAR, HEART -> halfAlong;
            case DIAMOND -> halfAlong * (1 - share);
            case CIRCLE -> halfAlong * Math.sqrt(1 - share * share);
        };
    }

    private static Size rounded(double width, double height) {
        return new Size(2 * Math.ceil(width / 2), 2 * Math.ceil(height / 2));
    }
}
