package dev.atelier.domain.diagram;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;

/// Free shapes that keep the places they were given, as a drawing needs it. Shapes may overlap; the
/// first is lowest.
public record Sketch(String title, List<Form> forms, List<Link> links) implements Picture {

    /// Coordinates are between 0 and this.
    public static final double EXTENT = 1000;

    public static final int MAX_FORMS = 300;

    public Sketch {
        forms = List.copyOf(forms);
        links = List.copyOf(links);
        if (forms.isEmpty() || forms.size() > MAX_FORMS || links.size() > MAX_FORMS) {
            throw new InvalidValue("a drawing needs 1 to 300 shapes");
        }
        var ids = new HashSet<String>();
        for (var form : forms) {
            if (!ID.matcher(form.id()).matches() || !ids.add(form.id())) {
                throw new InvalidValue("a shape needs an id of its own");
            }
        }
        if (!links.stream().allMatch(l -> ids.contains(l.from()) && ids.contains(l.to()))) {
            throw new InvalidValue("a line names a shape that does not exist");
        }
    }

    public enum Outline {
        RECTANGLE,
        CIRCLE,
        DIAMOND,
        STAR,
        HEART,
        TEXT,
        LINE
    }

    /// One shape in the box at `x`, `y`; a line runs from that corner to the opposite one.
    ///
    /// @param width negative only for a line that runs to the left
    /// @param height negative only for a line that runs upwards
    /// @param color which of the scheme's colours, counted from 0
    public record Form(
            String id,
            Outline outline,
            double x,
            double y,
            double width,
            double height,
            @Nullable String label,
            int color) {

        public Form {
            if (!isWithin(x) || !isWithin(y) || !isWithin(x + width) || !isWithin(y + height)) {
                throw new InvalidValue("a shape must lie between 0 and 1000");
            }
            if (outline == Outline.LINE ? Math.hypot(width, height) < 1 : width < 1 || height < 1) {
                throw new InvalidValue("a shape must not be smaller than 1");
            }
            if (outline == Outline.TEXT && label == null) {
                throw new InvalidValue("a text must say something");
            }
        }

        private static boolean isWithin(double coordinate) {
            return coordinate >= 0 && coordinate <= EXTENT;
        }
    }

    /// An arrow between two shapes.
    public record Link(String from, String to) {}
}
