package dev.atelier.adapters.http.canvases;

import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a canvas object looks like, under the names that canvases use.
public final class ObjectProperties {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private ObjectProperties() {}

    public static Map<String, Object> of(CanvasObject object) {
        var properties = new ObjectProperties();
        switch (object) {
            case CanvasObject.Box it ->
                    properties.at(it.at()).size(it.size()).paint(it.paint()).text(it.label());
            case CanvasObject.Circle it ->
                    properties
                            .at(it.center())
                            .put("radius", it.radius())
                            .paint(it.paint())
                            .text(it.label());
            case CanvasObject.Text it ->
                    properties.at(it.at()).size(it.size()).freeText(it.label());
            case CanvasObject.Connector it -> properties.line(it);
        }
        return properties.values;
    }

    private ObjectProperties put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    private ObjectProperties at(Position position) {
        return put("x", position.x()).put("y", position.y());
    }

    private ObjectProperties size(Size size) {
        return put("width", size.width()).put("height", size.height());
    }

    private ObjectProperties paint(Paint paint) {
        return put("fill", paint.fill().value())
                .put("stroke", paint.stroke().value())
                .put("strokeWidth", paint.strokeWidth());
    }

    private void text(@Nullable Label label) {
        if (label != null) {
            put("text", label.text());
            put("fontSize", label.fontSize());
            put("textColor", label.color().value());
        }
    }

    private void freeText(Label label) {
        put("text", label.text());
        put("fontSize", label.fontSize());
        put("color", label.color().value());
    }

    /// Points are told relative to the first, which is the line's place.
    private void line(CanvasObject.Connector line) {
        var start = line.points().getFirst();
        at(start);
        put("points", relative(line.points(), start));
        put("stroke", line.stroke().value());
        put("strokeWidth", line.strokeWidth());
        put("from", name(line.from()));
        put("to", name(line.to()));
    }

    private static List<Double> relative(List<Position> points, Position start) {
        return points.stream()
                .flatMap(point -> Stream.of(point.x() - start.x(), point.y() - start.y()))
                .toList();
    }

    private static @Nullable String name(@Nullable ObjectId id) {
        return id == null ? null : id.value();
    }
}
