package dev.atelier.adapters.export.figure;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;

import java.util.List;
import java.util.stream.IntStream;

/// A star with five points that fills its box.
public final class Star {

    /// How deep the notches are. A slimmer star would leave no room for words.
    private static final double INNER_RADIUS = 0.55;

    private static final double HALF_WIDTH = Math.sin(Math.toRadians(72));
    private static final double HEIGHT = 1 + Math.cos(Math.toRadians(36));

    private Star() {}

    /// The ten corners, clockwise from the top.
    public static List<Position> corners(Bounds box) {
        return IntStream.range(0, 10).mapToObj(corner -> corner(corner, box)).toList();
    }

    private static Position corner(int number, Bounds box) {
        var angle = Math.toRadians(36 * number);
        var radius = number % 2 == 0 ? 1 : INNER_RADIUS;
        var across = (radius * Math.sin(angle) / HALF_WIDTH + 1) / 2;
        var down = (1 - radius * Math.cos(angle)) / HEIGHT;
        return new Position(box.left() + across * box.width(), box.top() + down * box.height());
    }
}
