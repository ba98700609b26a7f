package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Sketch;
import dev.atelier.domain.diagram.Sketch.Form;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Leaves every shape where it is; only its text is made to fit, free text makes way for other
/// text, and lines between shapes are bound.
final class SketchArranger {

    private static final double SMALLEST_TEXT = 6;
    private static final double CAPTION_GAP = 4;

    Arrangement arrange(Sketch sketch, Theme theme) {
        var shapes = new ArrayList<Shape>();
        var lines = new ArrayList<Line>();
        var captions = new ArrayList<Caption>();
        for (var form : sketch.forms()) {
            switch (form.outline()) {
                case RECTANGLE -> shapes.add(shape(form, Outline.RECTANGLE, theme));
                case CIRCLE -> shapes.add(shape(form, Outline.CIRCLE, theme));
                case DIAMOND -> shapes.add(shape(form, Outline.DIAMOND, theme));
                case STAR -> shapes.add(shape(form, Outline.STAR, theme));
                case HEART -> shapes.add(shape(form, Outline.HEART, theme));
                case TEXT -> captions.add(caption(form, theme));
                case LINE -> lines.add(line(form));
            }
        }
        var byId = new HashMap<String, Shape>();
        shapes.forEach(shape -> byId.put(shape.id(), shape));
        for (var link : sketch.links()) {
            var from = byId.get(link.from());
            var to = byId.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                lines.add(Lines.straight(from, to, true));
            }
        }
        return new Arrangement(shapes, lines, apart(captions, shapes));
    }

    /// The captions moved to where they cover no text, nor the edge of a shape if they have to move
    /// at all.
    private static List<Caption> apart(List<Caption> captions, List<Shape> shapes) {
        var words = new ArrayList<Bounds>();
        shapes.forEach(shape -> shape.writing().ifPresent(words::add));
        var space = new FreeSpace(Sketch.EXTENT);
        words.forEach(space::take);
        shapes.forEach(shape -> space.takeAsSurface(shape.bounds()));
        var placed = new ArrayList<Caption>();
        for (var caption : captions) {
            var wanted = caption.bounds();
            var place =
                    words.stream().anyMatch(wanted::overlaps)
                            ? space.nearest(wanted, CAPTION_GAP)
                            : wanted;
            words.add(place);
            space.take(place);
            placed.add(new Caption(caption.text(), new Position(place.left(), place.top())));
        }
        return placed;
    }

    private static Shape shape(Form form, Outline outline, Theme theme) {
        var bounds = outline == Outline.CIRCLE ? square(form) : box(form);
        return new Shape(
                form.id(),
                outline,
                bounds,
                fitted(form, outline, bounds, theme),
                Tone.accent(form.color()));
    }

    /// The label at the largest size at which it fits with its words unbroken, or at all; what fits
    /// at no size is shortened, and left out only where there is no room for a single letter.
    private static @Nullable TextBlock fitted(
            Form form, Outline outline, Bounds bounds, Theme theme) {
        if (form.label() == null) {
            return null;
        }
        var room = bounds.width() * (outline == Outline.RECTANGLE ? 0.9 : 0.55);
        @Nullable TextBlock broken = null;
        for (var size = theme.labelSize(); size >= SMALLEST_TEXT; size -= 1) {
            var text = TextBlock.wrap(form.label(), room, size);
            if (outline.holds(bounds, text)) {
                if (!TextBlock.breaksWords(form.label(), room, size)) {
                    return text;
                }
                broken = broken == null ? text : broken;
            }
        }
        return broken == null
                ? TextBlock.shortened(
                                form.label(),
                                room,
                                SMALLEST_TEXT,
                                text -> outline.holds(bounds, text))
                        .orElse(null)
                : broken;
    }

    private static Caption caption(Form form, Theme theme) {
        var label = form.label() == null ? form.id() : form.label();
        var text = TextBlock.wrap(label, Math.max(form.width(), 40), theme.labelSize());
        return new Caption(text, new Position(form.x(), form.y()));
    }

    private static Line line(Form form) {
        var start = new Position(form.x(), form.y());
        return new Line(null, null, List.of(start, start.plus(form.width(), form.height())), false);
    }

    private static Bounds box(Form form) {
        return new Bounds(form.x(), form.y(), form.x() + form.width(), form.y() + form.height());
    }

    private static Bounds square(Form form) {
        var side = Math.min(form.width(), form.height());
        var left = form.x() + (form.width() - side) / 2;
        var top = form.y() + (form.height() - side) / 2;
        return new Bounds(left, top, left + side, top + side);
    }
}
