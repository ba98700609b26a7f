package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Everything in its place, but not yet painted.
///
/// @param areas what lies behind everything else
record Arrangement(
        List<Shape> areas, List<Shape> shapes, List<Line> lines, List<Caption> captions) {

    Arrangement {
        areas = List.copyOf(areas);
        shapes = List.copyOf(shapes);
        lines = List.copyOf(lines);
        captions = List.copyOf(captions);
    }

    Arrangement(List<Shape> shapes, List<Line> lines, List<Caption> captions) {
        this(List.of(), shapes, lines, captions);
    }

    record Shape(String id, Outline outline, Bounds bounds, @Nullable TextBlock text, Tone tone) {

        /// Where its text lies: in the middle.
        Optional<Bounds> writing() {
            return Optional.ofNullable(text).map(it -> it.centredIn(bounds));
        }
    }

    /// A connection whose first and last point lie on the borders of the shapes it names. Loose
    /// ends have no name.
    record Line(@Nullable String from, @Nullable String to, List<Position> points, boolean arrow) {

        Line {
            points = List.copyOf(points);
        }

        boolean crosses(Bounds box) {
            return Segments.cross(points, box);
        }
    }

    /// Text that stands outside of any shape.
    record Caption(TextBlock text, Position at) {

        Bounds bounds() {
            return new Bounds(at.x(), at.y(), at.x() + text.width(), at.y() + text.height());
        }
    }
}
