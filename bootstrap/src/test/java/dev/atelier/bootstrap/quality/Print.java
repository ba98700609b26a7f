package dev.atelier.bootstrap.quality;

import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Label;

import org.jspecify.annotations.Nullable;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// What one object covers: its outline, and every line of its text in its place.
///
/// @param outline that of a star or a heart is its box
/// @param room where its text may be
record Print(CanvasObject object, Shape outline, Shape room, List<Rectangle2D> lines) {

    /// From one line to the next, and from top to bottom of one, in font sizes.
    private static final double LINE_PITCH = 1.25;

    private static final double LINE_HEIGHT = 1.1;

    /// @throws IllegalArgumentException for a connector, which covers nothing
    static Print of(CanvasObject object) {
        return switch (object) {
            case Box box -> of(box);
            case Circle circle -> {
                var round = ellipse(box(circle));
                yield new Print(circle, round, round, lines(circle, circle.label()));
            }
            case Text text -> new Print(text, box(text), box(text), lines(text, text.label()));
            case Connector line -> throw new IllegalArgumentException(line + " covers nothing");
        };
    }

    String id() {
        return object.id().value();
    }

    Area area() {
        return new Area(outline);
    }

    private static Print of(Box box) {
        var bounds = box(box);
        var lines = lines(box, box.label());
        return switch (box.outline()) {
            case RECTANGLE -> new Print(box, bounds, bounds, lines);
            case DIAMOND -> new Print(box, diamond(bounds), diamond(bounds), lines);
            case STAR, HEART -> new Print(box, bounds, middle(bounds), lines);
        };
    }

    private static Rectangle2D box(CanvasObject object) {
        var bounds = object.bounds();
        return new Rectangle2D.Double(bounds.left(), bounds.top(), bounds.width(), bounds.height());
    }

    private static Shape ellipse(Rectangle2D box) {
        return new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private static Shape diamond(Rectangle2D box) {
        var path = new Path2D.Double();
        path.moveTo(box.getCenterX(), box.getMinY());
        path.lineTo(box.getMaxX(), box.getCenterY());
        path.lineTo(box.getCenterX(), box.getMaxY());
        path.lineTo(box.getMinX(), box.getCenterY());
        path.closePath();
        return path;
    }

    /// The middle half of a box, which no notch of a star or a heart reaches.
    private static Rectangle2D middle(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() + box.getWidth() / 4,
                box.getY() + box.getHeight() / 4,
                box.getWidth() / 2,
                box.getHeight() / 2);
    }

    /// Lines stand under one another in the middle of their object.
    private static List<Rectangle2D> lines(CanvasObject object, @Nullable Label label) {
        if (label == null) {
            return List.of();
        }
        var box = box(object);
        var texts = label.text().lines().toList();
        var pitch = label.fontSize() * LINE_PITCH;
        var middle = box.getCenterY() - (texts.size() - 1) * pitch / 2;
        var lines = new ArrayList<Rectangle2D>();
        for (var text : texts) {
            var width = Letters.width(text, label.fontSize());
            var height = label.fontSize() * LINE_HEIGHT;
            if (width > 0) {
                lines.add(
                        new Rectangle2D.Double(
                                box.getCenterX() - width / 2, middle - height / 2, width, height));
            }
            middle += pitch;
        }
        return lines;
    }
}
