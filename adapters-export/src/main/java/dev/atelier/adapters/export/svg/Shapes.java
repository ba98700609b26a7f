package dev.atelier.adapters.export.svg;

import dev.atelier.adapters.export.figure.Heart;
import dev.atelier.adapters.export.figure.Rounded;
import dev.atelier.adapters.export.figure.Star;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;

import java.util.List;
import java.util.stream.Collectors;

/// Outlines and their fill.
final class Shapes {

    private static final double CORNER_RADIUS = 8;

    private final Markup xml;

    Shapes(Markup xml) {
        this.xml = xml;
    }

    void draw(Box box) {
        switch (box.outline()) {
            case RECTANGLE -> rectangle(box.bounds());
            case DIAMOND -> polygon(diamond(box.bounds()));
            case STAR -> polygon(Star.corners(box.bounds()));
            case HEART -> xml.leaf("path").with("d", path(new Heart(box.bounds())));
        }
        paint(box.paint());
    }

    void draw(Circle circle) {
        xml.leaf("circle")
                .with("cx", circle.center().x())
                .with("cy", circle.center().y())
                .with("r", circle.radius());
        paint(circle.paint());
    }

    /// Points as SVG lists them.
    static String points(List<Position> positions) {
        return positions.stream().map(Shapes::point).collect(Collectors.joining(" "));
    }

    static String color(Color color) {
        return color.equals(Color.TRANSPARENT) ? "none" : color.value();
    }

    private void rectangle(Bounds bounds) {
        xml.leaf("rect")
                .with("x", bounds.left())
                .with("y", bounds.top())
                .with("width", bounds.width())
                .with("height", bounds.height())
                .with("rx", Math.min(CORNER_RADIUS, Math.min(bounds.width(), bounds.height()) / 4));
    }

    private static List<Position> diamond(Bounds bounds) {
        var middleX = (bounds.left() + bounds.right()) / 2;
        var middleY = (bounds.top() + bounds.bottom()) / 2;
        return List.of(
                new Position(middleX, bounds.top()),
                new Position(bounds.right(), middleY),
                new Position(middleX, bounds.bottom()),
                new Position(bounds.left(), middleY));
    }

    private void polygon(List<Position> corners) {
        xml.leaf("polygon").with("points", points(corners));
    }

    private static String path(Heart heart) {
        return heart.curves().stream()
                .map(c -> "C" + points(List.of(c.first(), c.second(), c.to())))
                .collect(Collectors.joining("", "M" + point(heart.tip()), "Z"));
    }

    private static String point(Position at) {
        return Rounded.of(at.x()).toPlainString() + "," + Rounded.of(at.y()).toPlainString();
    }

    private void paint(Paint paint) {
        xml.with("fill", color(paint.fill()));
        if (paint.strokeWidth() > 0) {
            xml.with("stroke", color(paint.stroke()))
                    .with("stroke-width", paint.strokeWidth())
                    .with("stroke-linejoin", "round");
        }
    }
}
