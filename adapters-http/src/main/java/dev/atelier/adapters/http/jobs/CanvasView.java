package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.canvases.ObjectProperties;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;

import java.util.List;
import java.util.Map;

/// What a completed job drew, as the synchronous endpoint has always told it.
public record CanvasView(boolean success, Drawing canvas, String message) {

    static CanvasView of(EndedJob ended) {
        var design = ended.design();
        var canvas = new Drawing(ended.state().canvas().value(), design.title(), Shape.of(design));
        return new CanvasView(true, canvas, ended.message());
    }

    record Drawing(String id, String title, List<Shape> objects) {}

    public record Shape(String id, String type, Map<String, Object> properties) {

        public static List<Shape> of(CanvasDesign design) {
            return design.objects().stream().map(Shape::of).toList();
        }

        private static Shape of(CanvasObject object) {
            return new Shape(object.id().value(), object.type(), ObjectProperties.of(object));
        }
    }
}
