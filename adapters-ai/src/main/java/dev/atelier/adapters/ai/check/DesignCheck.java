package dev.atelier.adapters.ai.check;

import dev.atelier.adapters.ai.check.Finding.Kind;
import dev.atelier.adapters.ai.layout.Outline;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Sketch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what is wrong with a finished design: overlapping shapes, loose connections, text without
/// room, and objects outside of the canvas. Looks at the objects only, whoever made them.
public final class DesignCheck {

    /// Where a sketch may lie once it has its margin and its heading.
    public static final Bounds SKETCH = new Bounds(0, 0, Sketch.EXTENT + 300, Sketch.EXTENT + 400);

    private static final Bounds ANYWHERE = new Bounds(0, 0, Position.MAX, Position.MAX);

    /// How far two shapes may reach into each other, in canvas units, before anyone sees it.
    private static final double TOLERANCE = 0.5;

    private DesignCheck() {}

    /// @return nothing if the design is sound
    public static List<Finding> findings(CanvasDesign design) {
        return findings(design, ANYWHERE);
    }

    /// @param canvas what everything has to lie in
    public static List<Finding> findings(CanvasDesign design, Bounds canvas) {
        var figures = new HashMap<ObjectId, Figure>();
        for (var object : design.objects()) {
            Figure.of(object).ifPresent(figure -> figures.put(object.id(), figure));
        }
        var found = new ArrayList<Finding>();
        found.addAll(overlaps(design, figures));
        found.addAll(looseEnds(design));
        found.addAll(textOutside(design));
        found.addAll(offCanvas(design, canvas));
        found.addAll(textsThatCollide(design));
        return List.copyOf(found);
    }

    private static List<Finding> overlaps(CanvasDesign design, Map<ObjectId, Figure> figures) {
        var boxes =
                design.objects().stream()
                        .filter(object -> !(object instanceof Connector))
                        .map(object -> new Sweep.Entry<>(object, object.bounds()))
                        .toList();
        var found = new ArrayList<Finding>();
        Sweep.overlapping(
                boxes,
                TOLERANCE,
                (one, other) -> {
                    var both = one instanceof Text && other instanceof Text;
                    if (!both && isPartly(figures.get(one.id()), figures.get(other.id()))) {
                        found.add(Finding.of(Kind.OVERLAP, one.id(), other.id()));
                    }
                });
        return found;
    }

    private static boolean isPartly(@Nullable Figure one, @Nullable Figure other) {
        return one != null
                && other != null
                && one.overlaps(other, TOLERANCE)
                && !one.contains(other, TOLERANCE)
                && !other.contains(one, TOLERANCE);
    }

    private static List<Finding> looseEnds(CanvasDesign design) {
        var objects = new HashMap<ObjectId, CanvasObject>();
        design.objects().forEach(object -> objects.put(object.id(), object));
        return design.objects().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .filter(line -> !isStroke(line, design))
                .filter(
                        line ->
                                !meets(line.from(), line.points().getFirst(), objects)
                                        || !meets(line.to(), line.points().getLast(), objects))
                .map(line -> Finding.of(Kind.LOOSE_END, line.id()))
                .toList();
    }

    /// A plain line in a drawing need not connect anything.
    private static boolean isStroke(Connector line, CanvasDesign design) {
        return design.diagram() == null
                && line.ending() == Connector.Ending.LINE
                && line.from() == null
                && line.to() == null;
    }

    private static boolean meets(
            @Nullable ObjectId shape, Position end, Map<ObjectId, CanvasObject> objects) {
        var object = shape == null ? null : objects.get(shape);
        return object != null && Outline.of(object).touches(object.bounds(), end);
    }

    private static List<Finding> textOutside(CanvasDesign design) {
        return design.objects().stream()
                .filter(object -> !Writing.fits(object))
                .map(object -> Finding.of(Kind.TEXT_OUTSIDE, object.id()))
                .toList();
    }

    private static List<Finding> offCanvas(CanvasDesign design, Bounds canvas) {
        return design.objects().stream()
                .filter(object -> !canvas.union(object.bounds()).equals(canvas))
                .map(object -> Finding.of(Kind.OFF_CANVAS, object.id()))
                .toList();
    }

    private static List<Finding> textsThatCollide(CanvasDesign design) {
        var texts = new ArrayList<Sweep.Entry<CanvasObject>>();
        for (var object : design.objects()) {
            Writing.place(object).ifPresent(at -> texts.add(new Sweep.Entry<>(object, at)));
        }
        var found = new ArrayList<Finding>();
        Sweep.overlapping(
                texts,
                TOLERANCE,
                (one, other) -> found.add(Finding.of(Kind.TEXTS_COLLIDE, one.id(), other.id())));
        return found;
    }
}
