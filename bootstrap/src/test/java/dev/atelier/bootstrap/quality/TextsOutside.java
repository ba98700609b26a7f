package dev.atelier.bootstrap.quality;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Objects of which a line of text reaches over their border.
final class TextsOutside {

    /// In canvas units, on every side.
    private static final double TOLERANCE = 1;

    private TextsOutside() {}

    static List<String> in(List<Print> prints) {
        return prints.stream()
                .filter(print -> !print.lines().stream().allMatch(it -> holds(print.room(), it)))
                .map(Print::id)
                .toList();
    }

    private static boolean holds(Shape room, Rectangle2D line) {
        return room.contains(
                line.getX() + TOLERANCE,
                line.getY() + TOLERANCE,
                Math.max(TOLERANCE, line.getWidth() - 2 * TOLERANCE),
                Math.max(TOLERANCE, line.getHeight() - 2 * TOLERANCE));
    }
}
