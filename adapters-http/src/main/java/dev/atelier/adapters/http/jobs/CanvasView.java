package dev.atelier.adapters.http.jobs;

import java.util.List;
import java.util.Map;

/// What a completed job drew, as the synchronous endpoint has always told it.
record CanvasView(boolean success, Drawing canvas, String message) {

    static CanvasView of(EndedJob ended) {
        var objects =
                ended.design().objects().stream()
                        .map(
                                object ->
                                        new Shape(
                                                object.id().value(),
                                                object.type(),
                                                ObjectProperties.of(object)))
                        .toList();
        var canvas = new Drawing(ended.state().canvas().value(), ended.design().title(), objects);
        return new CanvasView(true, canvas, ended.message());
    }

    record Drawing(String id, String title, List<Shape> objects) {}

    record Shape(String id, String type, Map<String, Object> properties) {}
}
