package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What of a canvas is taken, and where there is still room.
final class FreeSpace {

    private static final int RINGS = 32;
    private static final double STEP = 14;
    private static final List<Position> WAYS = ways();

    private final double right;
    private final List<Bounds> taken = new ArrayList<>();
    private final List<Bounds> surfaces = new ArrayList<>();
    private final List<List<Position>> lines = new ArrayList<>();

    /// @param right how far to the right there may be anything
    FreeSpace(double right) {
        this.right = right;
    }

    /// Takes a place for itself.
    void take(Bounds box) {
        taken.add(box);
    }

    /// Takes a place on which things may lie, but not half of them.
    void takeAsSurface(Bounds box) {
        surfaces.add(box);
    }

    void take(List<Position> line) {
        lines.add(line);
    }

    /// @param gap how far everything else has to keep away
    boolean isFree(Bounds box, double gap) {
        if (box.left() < 0 || box.top() < 0 || box.right() > right) {
            return false;
        }
        var wide = grown(box, gap);
        return taken.stream().noneMatch(wide::overlaps)
                && surfaces.stream().allMatch(it -> !it.overlaps(wide) || contains(it, wide))
                && lines.stream().noneMatch(line -> Segments.cross(line, wide));
    }

    /// The free place nearest to the wanted one, or one below everything if there is none near by.
    Bounds nearest(Bounds wanted, double gap) {
        if (isFree(wanted, gap)) {
            return wanted;
        }
        for (var way : WAYS) {
            var place = moved(wanted, way.x() * STEP, way.y() * STEP);
            if (isFree(place, gap)) {
                return place;
            }
        }
        return below(wanted, gap);
    }

    private Bounds below(Bounds wanted, double gap) {
        var bottom =
                Stream.of(
                                taken.stream().map(Bounds::bottom),
                                surfaces.stream().map(Bounds::bottom),
                                lines.stream().flatMap(List::stream).map(Position::y))
                        .flatMap(bottoms -> bottoms)
                        .reduce(0.0, Math::max);
        var left = Math.clamp(wanted.left(), 0, Math.max(0, right - wanted.width()));
        return moved(wanted, left - wanted.left(), bottom + 2 * gap - wanted.top());
    }

    /// From the middle outwards, downwards first among equals.
    private static List<Position> ways() {
        return IntStream.rangeClosed(-RINGS, RINGS)
                .boxed()
                .flatMap(
                        x -> IntStream.rangeClosed(-RINGS, RINGS).mapToObj(y -> new Position(x, y)))
                .sorted(
                        Comparator.<Position>comparingDouble(way -> Math.hypot(way.x(), way.y()))
                                .thenComparingDouble(way -> -way.y())
                                .thenComparingDouble(way -> -way.x()))
                .toList();
    }

    private static boolean contains(Bounds surface, Bounds box) {
        return surface.union(box).equals(surface);
    }

    private static Bounds grown(Bounds box, double gap) {
        return new Bounds(box.left() - gap, box.top() - gap, box.right() + gap, box.bottom() + gap);
    }

    static Bounds moved(Bounds box, double dx, double dy) {
        return new Bounds(box.left() + dx, box.top() + dy, box.right() + dx, box.bottom() + dy);
    }
}
