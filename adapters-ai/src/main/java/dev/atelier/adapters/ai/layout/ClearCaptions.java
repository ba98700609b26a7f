package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.domain.canvas.Bounds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Captions that a line strikes through move up or down a little, or sideways, to where nothing is
/// in their way and no edge of an area runs under them; where there is no such place, they stay.
final class ClearCaptions {

    private static final double STEP = 6;
    private static final int STEPS = 8;

    private final List<Line> lines;
    private final List<Shape> areas;
    private final List<Bounds> taken = new ArrayList<>();

    private ClearCaptions(
            List<Line> lines, List<Shape> areas, List<Shape> shapes, List<Caption> fixed) {
        this.lines = lines;
        this.areas = areas;
        shapes.forEach(shape -> taken.add(shape.bounds()));
        fixed.forEach(caption -> taken.add(caption.bounds()));
    }

    /// @param fixed captions that are not to move
    static List<Caption> of(
            List<Caption> captions,
            List<Line> lines,
            List<Shape> areas,
            List<Shape> shapes,
            List<Caption> fixed) {
        var clearing = new ClearCaptions(lines, areas, shapes, fixed);
        captions.forEach(caption -> clearing.taken.add(caption.bounds()));
        return captions.stream().map(clearing::cleared).toList();
    }

    private Caption cleared(Caption caption) {
        if (!isStruck(caption.bounds())) {
            return caption;
        }
        taken.remove(caption.bounds());
        var place =
                Stream.iterate(1, step -> step <= STEPS, step -> step + 1)
                        .flatMap(step -> around(caption, step * STEP))
                        .filter(it -> !isStruck(it.bounds()) && isFree(it.bounds()))
                        .findFirst()
                        .orElse(caption);
        taken.add(place.bounds());
        return place;
    }

    private static Stream<Caption> around(Caption caption, double distance) {
        return Stream.of(
                moved(caption, 0, distance),
                moved(caption, 0, -distance),
                moved(caption, distance, 0),
                moved(caption, -distance, 0));
    }

    private static Caption moved(Caption caption, double dx, double dy) {
        return new Caption(caption.text(), caption.at().plus(dx, dy));
    }

    private boolean isStruck(Bounds box) {
        return lines.stream().anyMatch(line -> line.crosses(box));
    }

    private boolean isFree(Bounds box) {
        return taken.stream().noneMatch(box::overlaps)
                && areas.stream().noneMatch(area -> isOnItsEdge(area.bounds(), box));
    }

    private static boolean isOnItsEdge(Bounds area, Bounds box) {
        return area.overlaps(box) && !area.union(box).equals(area);
    }
}
