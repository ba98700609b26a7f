package dev.atelier.adapters.export.svg;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;

/// A design as an image that needs nothing else: no script, no style sheet, no font, no link.
public final class SvgImage {

    private static final double MARGIN = 24;

    /// Room for half of a thick outline and for the wings of its arrow head.
    private static final double MARGIN_PER_STROKE = 2;

    public String of(CanvasDesign design) {
        var xml = new Markup();
        open(design, xml);
        var shapes = new Shapes(xml);
        var lines = new Lines(xml);
        var words = new Words(xml);
        for (var object : design.objects()) {
            xml.open("g").with("data-id", object.id().value());
            switch (object) {
                case Box box -> {
                    shapes.draw(box);
                    words.write(box.label(), box.bounds());
                }
                case Circle circle -> {
                    shapes.draw(circle);
                    words.write(circle.label(), circle.bounds());
                }
                case Text text -> words.write(text.label(), text.bounds());
                case Connector line -> lines.draw(line);
            }
            xml.close();
        }
        return xml.end();
    }

    private static void open(CanvasDesign design, Markup xml) {
        var bounds = design.bounds();
        var margin = MARGIN + MARGIN_PER_STROKE * widestStroke(design);
        var left = Math.floor(bounds.left() - margin);
        var top = Math.floor(bounds.top() - margin);
        var width = Math.ceil(bounds.right() + margin - left);
        var height = Math.ceil(bounds.bottom() + margin - top);
        xml.open("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "%.0f %.0f %.0f %.0f".formatted(left, top, width, height))
                .with("width", width)
                .with("height", height)
                .with("role", "img")
                .with("font-family", "Helvetica, Arial, sans-serif");
        xml.open("title").text(design.title()).close();
        xml.leaf("rect")
                .with("x", left)
                .with("y", top)
                .with("width", width)
                .with("height", height)
                .with("fill", "#ffffff");
    }

    private static double widestStroke(CanvasDesign design) {
        return design.objects().stream().mapToDouble(SvgImage::strokeWidth).max().orElse(0);
    }

    private static double strokeWidth(CanvasObject object) {
        return switch (object) {
            case Box box -> box.paint().strokeWidth();
            case Circle circle -> circle.paint().strokeWidth();
            case Connector line -> line.strokeWidth();
            case Text _ -> 0;
        };
    }
}
