package dev.atelier.adapters.ai.diagram;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Sketch;
import dev.atelier.domain.diagram.Sketch.Form;
import dev.atelier.domain.diagram.Sketch.Link;
import dev.atelier.domain.diagram.Sketch.Outline;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a sound drawing of the free shapes that a model wrote: what lies outside is moved in, what
/// has no extent gets the least there is.
final class SketchRepair {

    static final String[] SHAPES = {"shapes", "objects"};

    private static final double DEFAULT_EXTENT = 120;

    private final Ids ids = new Ids("s");
    private final List<Finding> findings = new ArrayList<>();

    private SketchRepair() {}

    static Optional<Draft> repair(Fields fields, String title) {
        var repair = new SketchRepair();
        var forms = fields.list(SHAPES).limit(Sketch.MAX_FORMS).flatMap(repair::form).toList();
        if (fields.count(SHAPES) > Sketch.MAX_FORMS) {
            repair.findings.add(new Finding(Problem.TOO_MUCH, "shapes"));
        }
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        var links =
                fields.list("edges", "arrows")
                        .limit(Sketch.MAX_FORMS)
                        .flatMap(repair::link)
                        .distinct()
                        .toList();
        return Optional.of(new Draft(new Sketch(title, forms, links), repair.findings));
    }

    private Stream<Form> form(Fields fields) {
        var outline = outline(fields.word("shape", "type", "kind", "object_type"));
        var text = fields.text(Wording.MAX_LABEL, "label", "text");
        var label = text.isEmpty() ? null : text;
        var x = inside(fields.number(0, "x"));
        var y = inside(fields.number(0, "y"));
        var width = fields.number(DEFAULT_EXTENT, "width");
        var height = fields.number(DEFAULT_EXTENT, "height");
        var color = (int) fields.number(0, "color");
        var name = fields.text(60, "id");
        return outline == Outline.LINE
                ? line(name, x, y, inside(x + width) - x, inside(y + height) - y, color)
                : shape(
                        name,
                        outline,
                        new Spot(x, y, Math.abs(width), Math.abs(height)),
                        label,
                        color);
    }

    private Stream<Form> line(String name, double x, double y, double dx, double dy, int color) {
        return Math.hypot(dx, dy) < 1
                ? Stream.empty()
                : Stream.of(new Form(ids.give(name), Outline.LINE, x, y, dx, dy, null, color));
    }

    private Stream<Form> shape(
            String name, Outline outline, Spot spot, @Nullable String label, int color) {
        if (outline == Outline.TEXT && label == null) {
            return Stream.empty();
        }
        var width = Math.clamp(spot.width(), 1, Sketch.EXTENT);
        var height = Math.clamp(spot.height(), 1, Sketch.EXTENT);
        var x = Math.min(spot.x(), Sketch.EXTENT - width);
        var y = Math.min(spot.y(), Sketch.EXTENT - height);
        return Stream.of(new Form(ids.give(name), outline, x, y, width, height, label, color));
    }

    private Stream<Link> link(Fields fields) {
        var source = fields.text(60, "from", "source");
        var target = fields.text(60, "to", "target");
        var from = ids.of(source);
        var to = ids.of(target);
        if (from == null || to == null) {
            findings.add(new Finding(Problem.UNKNOWN_ID, source + " -> " + target));
        }
        return from == null || to == null || from.equals(to)
                ? Stream.empty()
                : Stream.of(new Link(from, to));
    }

    private static double inside(double coordinate) {
        return Math.clamp(coordinate, 0, Sketch.EXTENT);
    }

    private static Outline outline(String word) {
        return switch (word) {
            case "circle", "ellipse", "oval" -> Outline.CIRCLE;
            case "diamond", "rhombus" -> Outline.DIAMOND;
            case "star" -> Outline.STAR;
            case "heart" -> Outline.HEART;
            case "text", "label" -> Outline.TEXT;
            case "line", "arrow" -> Outline.LINE;
            default -> Outline.RECTANGLE;
        };
    }

    private record Spot(double x, double y, double width, double height) {}
}
