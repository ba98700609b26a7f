package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Gives an object that stays where it is other words: in the room that it has, else in more room
/// where that is free, else in smaller letters, else shortened.
final class Relabelling {

    private static final double READABLE_TEXT = 12;
    private static final double SMALLEST_TEXT = 7;

    /// What a growing shape keeps free around itself if it can.
    private static final double DISTANCE = 14;

    private final Sheet sheet;
    private final Theme theme;
    private final Kind kind;

    Relabelling(Sheet sheet, Theme theme, Kind kind) {
        this.sheet = sheet;
        this.theme = theme;
        this.kind = kind;
    }

    CanvasObject revised(CanvasObject object, Node was, Node node) {
        if (was.role() != node.role() && Sized.hasRoles(kind)) {
            return recast(object, node);
        }
        return was.label().equals(node.label()) && was.details().equals(node.details())
                ? object
                : relabelled(object, node);
    }

    /// The same object with these words, if it does not say them already.
    CanvasObject said(CanvasObject object, Node node) {
        var label = label(object);
        return label != null && Trace.says(label, node.label()) ? object : relabelled(object, node);
    }

    /// In the form of its new role where there is room for that, at least in its colours.
    private CanvasObject recast(CanvasObject object, Node node) {
        var box = object.bounds();
        var center = new Position((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2);
        var recast = Sized.of(node, kind, theme).centredAt(center);
        var painted = new Painter(theme).shape(recast);
        if (!sheet.isPinned(object.id())
                && sheet.spaceAmongShapes(object.id()).isFree(recast.bounds(), 0)) {
            return painted;
        }
        return relabelled(inColoursOf(painted, object), node);
    }

    private static CanvasObject inColoursOf(CanvasObject painted, CanvasObject object) {
        var paint =
                switch (painted) {
                    case Box box -> box.paint();
                    case Circle circle -> circle.paint();
                    case Text _, Connector _ -> throw new IllegalStateException("not a shape");
                };
        var label = label(painted);
        return switch (object) {
            case Box box -> new Box(box.id(), box.outline(), box.at(), box.size(), paint, label);
            case Circle circle ->
                    new Circle(circle.id(), circle.center(), circle.radius(), paint, label);
            case Text _, Connector _ -> object;
        };
    }

    private CanvasObject relabelled(CanvasObject object, Node node) {
        var label = label(object);
        var fontSize = label == null ? theme.labelSize() : label.fontSize();
        var color = label == null ? theme.ink() : label.color();
        var outline = Outline.of(object);
        var bounds = object.bounds();
        var text = TextBlock.wrap(node, room(object), fontSize);
        var same = Optional.of(new Fit(bounds, text)).filter(_ -> outline.holds(bounds, text));
        return same.filter(_ -> outline.holds(inner(object), text))
                .or(() -> grown(object, node, fontSize, DISTANCE))
                .or(() -> same)
                .or(() -> smaller(object, node, fontSize, READABLE_TEXT))
                .or(() -> grown(object, node, fontSize, 0))
                .or(() -> smaller(object, node, fontSize, SMALLEST_TEXT))
                .or(() -> shortened(object, node, fontSize))
                .map(it -> with(object, it.bounds(), label(it.text(), color)))
                .orElseGet(() -> with(object, bounds, null));
    }

    /// The extent without the space that a box keeps above and below its text.
    private static Bounds inner(CanvasObject object) {
        var box = object.bounds();
        var space =
                object instanceof Text || Outline.of(object) != Outline.RECTANGLE
                        ? 0
                        : Math.min(Outline.PADDING_Y, box.height() / 4);
        return new Bounds(box.left(), box.top() + space, box.right(), box.bottom() - space);
    }

    private static double room(CanvasObject object) {
        var width = object.bounds().width();
        var room =
                switch (Outline.of(object)) {
                    case RECTANGLE ->
                            object instanceof Text ? width : width - 2 * Outline.PADDING_X;
                    case DIAMOND, STAR, HEART -> width * 0.5;
                    case CIRCLE -> width * 0.7;
                };
        return Math.max(24, room);
    }

    private Optional<Fit> grown(CanvasObject object, Node node, double fontSize, double distance) {
        var space = sheet.spaceAmongShapes(object.id());
        return growing(object, node, fontSize).stream()
                .filter(it -> space.isFree(it.bounds(), distance))
                .findFirst();
    }

    private List<Fit> growing(CanvasObject object, Node node, double fontSize) {
        var box = object.bounds();
        var text = TextBlock.wrap(node, room(object), fontSize);
        var ways = new ArrayList<Fit>();
        switch (Outline.of(object)) {
            case RECTANGLE -> {
                var padding = object instanceof Text ? 0 : 2 * Outline.PADDING_Y;
                var width = Math.max(box.width(), text.width());
                var height = text.height() + padding;
                ways.add(new Fit(corner(box, width, height), text));
                if (!sheet.isPinned(object.id())) {
                    ways.add(new Fit(around(box, width, height), text));
                }
            }
            case CIRCLE -> ways.add(around(object, text));
            case DIAMOND, STAR, HEART -> {
                if (!sheet.isPinned(object.id())) {
                    ways.add(around(object, text));
                }
            }
        }
        return ways;
    }

    private static Bounds corner(Bounds box, double width, double height) {
        return new Bounds(box.left(), box.top(), box.left() + width, box.top() + height);
    }

    private static Fit around(CanvasObject object, TextBlock text) {
        var box = object.bounds();
        var size = Outline.of(object).around(text);
        return new Fit(around(box, size.width(), size.height()), text);
    }

    private static Bounds around(Bounds box, double width, double height) {
        var left = (box.left() + box.right() - width) / 2;
        var top = (box.top() + box.bottom() - height) / 2;
        return new Bounds(left, top, left + width, top + height);
    }

    private static Optional<Fit> smaller(
            CanvasObject object, Node node, double fontSize, double smallest) {
        return DoubleStream.iterate(fontSize - 1, size -> size >= smallest, size -> size - 1)
                .mapToObj(size -> TextBlock.wrap(node, room(object), size))
                .filter(text -> Outline.of(object).holds(object.bounds(), text))
                .findFirst()
                .map(text -> new Fit(object.bounds(), text));
    }

    private static Optional<Fit> shortened(CanvasObject object, Node node, double fontSize) {
        return TextBlock.shortened(
                        node.label(),
                        room(object),
                        Math.min(fontSize, SMALLEST_TEXT),
                        text -> Outline.of(object).holds(object.bounds(), text))
                .map(text -> new Fit(object.bounds(), text));
    }

    private static Label label(TextBlock text, Color color) {
        return new Label(text.text(), text.fontSize(), color);
    }

    static @Nullable Label label(CanvasObject object) {
        return switch (object) {
            case Box box -> box.label();
            case Circle circle -> circle.label();
            case Text text -> text.label();
            case Connector _ -> null;
        };
    }

    /// The same object with another extent and other words; free text is never without words.
    static CanvasObject with(CanvasObject object, Bounds bounds, @Nullable Label label) {
        var at = new Position(bounds.left(), bounds.top());
        var size = new Size(bounds.width(), bounds.height());
        return switch (object) {
            case Box box -> new Box(box.id(), box.outline(), at, size, box.paint(), label);
            case Circle circle ->
                    new Circle(
                            circle.id(),
                            circle.center(),
                            bounds.width() / 2,
                            circle.paint(),
                            label);
            case Text text -> new Text(text.id(), at, size, label == null ? text.label() : label);
            case Connector line -> line;
        };
    }

    /// An extent and what is written in it.
    private record Fit(Bounds bounds, TextBlock text) {}
}
