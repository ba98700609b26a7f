package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Puts an arrangement on the canvas in the colours of a theme, under its heading: areas lowest,
/// then lines, shapes, text.
final class Painter {

    private static final double MARGIN = 40;
    private static final double GAP_BELOW_HEADING = 36;
    static final double MIN_HEADING_WIDTH = 480;

    static final String HEADING = "heading:1";

    private final Theme theme;

    Painter(Theme theme) {
        this.theme = theme;
    }

    CanvasDesign paint(String title, Arrangement arrangement) {
        var extent = extent(arrangement);
        var heading =
                TextBlock.wrap(
                        title, Math.max(MIN_HEADING_WIDTH, extent.width()), theme.headingSize());
        var indent = Math.max(0, (heading.width() - extent.width()) / 2);
        var dx = Math.ceil(MARGIN + indent - extent.left());
        var dy = Math.ceil(MARGIN + heading.height() + GAP_BELOW_HEADING - extent.top());

        var objects = new ArrayList<CanvasObject>();
        for (var area : arrangement.areas()) {
            objects.add(shape(area).movedBy(dx, dy));
        }
        int number = 0;
        for (var line : arrangement.lines()) {
            objects.add(connector(line, "line:" + ++number).movedBy(dx, dy));
        }
        for (var shape : arrangement.shapes()) {
            objects.add(shape(shape).movedBy(dx, dy));
        }
        var headingIndent = Math.max(0, (extent.width() - heading.width()) / 2);
        objects.add(
                text(new Caption(heading, new Position(MARGIN + headingIndent, MARGIN)), HEADING));
        number = 0;
        for (var caption : arrangement.captions()) {
            objects.add(text(caption, "text:" + ++number).movedBy(dx, dy));
        }
        return new CanvasDesign(title, objects);
    }

    private static Bounds extent(Arrangement arrangement) {
        return Stream.of(
                        arrangement.areas().stream().map(Shape::bounds),
                        arrangement.shapes().stream().map(Shape::bounds),
                        arrangement.captions().stream().map(Caption::bounds),
                        arrangement.lines().stream()
                                .flatMap(line -> line.points().stream())
                                .map(at -> new Bounds(at.x(), at.y(), at.x(), at.y())))
                .flatMap(bounds -> bounds)
                .reduce(Bounds::union)
                .orElse(new Bounds(0, 0, 0, 0));
    }

    CanvasObject shape(Shape shape) {
        var id = new ObjectId(shape.id());
        var paint = theme.paint(shape.tone());
        var label = label(shape.text(), theme.textOn(shape.tone()));
        return switch (shape.outline()) {
            case CIRCLE ->
                    new CanvasObject.Circle(
                            id,
                            new Position(Lines.middleX(shape), Lines.middleY(shape)),
                            shape.bounds().width() / 2,
                            paint,
                            label);
            case RECTANGLE -> box(shape, Box.Outline.RECTANGLE, label);
            case DIAMOND -> box(shape, Box.Outline.DIAMOND, label);
            case STAR -> box(shape, Box.Outline.STAR, label);
            case HEART -> box(shape, Box.Outline.HEART, label);
        };
    }

    private Box box(Shape shape, Box.Outline outline, @Nullable Label label) {
        var bounds = shape.bounds();
        return new Box(
                new ObjectId(shape.id()),
                outline,
                new Position(bounds.left(), bounds.top()),
                new Size(bounds.width(), bounds.height()),
                theme.paint(shape.tone()),
                label);
    }

    Connector connector(Line line, String id) {
        return new Connector(
                new ObjectId(id),
                line.arrow() ? Connector.Ending.ARROW : Connector.Ending.LINE,
                line.points().size() <= Connector.MAX_POINTS
                        ? line.points()
                        : List.of(line.points().getFirst(), line.points().getLast()),
                theme.lineColor(),
                theme.lineWidth(),
                line.from() == null ? null : new ObjectId(line.from()),
                line.to() == null ? null : new ObjectId(line.to()));
    }

    CanvasObject text(Caption caption, String id) {
        return new CanvasObject.Text(
                new ObjectId(id),
                caption.at(),
                new Size(caption.text().width(), caption.text().height()),
                new Label(caption.text().text(), caption.text().fontSize(), theme.ink()));
    }

    private static @Nullable Label label(@Nullable TextBlock text, Color color) {
        return text == null ? null : new Label(text.text(), text.fontSize(), color);
    }
}
