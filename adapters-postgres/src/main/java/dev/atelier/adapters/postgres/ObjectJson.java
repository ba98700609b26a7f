package dev.atelier.adapters.postgres;

import static dev.atelier.adapters.postgres.Json.number;
import static dev.atelier.adapters.postgres.Json.text;
import static dev.atelier.adapters.postgres.Json.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One object of a canvas as JSON, by the names of the API. Only the points of a line differ: here
/// they are absolute, because a difference of two coordinates does not always add up to them again.
final class ObjectJson {

    private ObjectJson() {}

    static ObjectNode write(CanvasObject object) {
        var node = Json.object().put("id", object.id().value()).put("type", object.type());
        switch (object) {
            case Box(_, _, var at, var size, var paint, var label) -> {
                put(node, at);
                put(node, size);
                put(node, paint);
                put(node, label);
            }
            case Circle(_, var center, var radius, var paint, var label) -> {
                put(node, center);
                node.put("radius", radius);
                put(node, paint);
                put(node, label);
            }
            case Text(_, var at, var size, var label) -> {
                put(node, at);
                put(node, size);
                put(node, label);
            }
            case Connector line -> put(node, line);
        }
        return node;
    }

    private static void put(ObjectNode node, Position at) {
        node.put("x", at.x()).put("y", at.y());
    }

    private static void put(ObjectNode node, Size size) {
        node.put("width", size.width()).put("height", size.height());
    }

    private static void put(ObjectNode node, Paint paint) {
        node.put("fill", paint.fill().value())
                .put("stroke", paint.stroke().value())
                .put("strokeWidth", paint.strokeWidth());
    }

    private static void put(ObjectNode node, @Nullable Label label) {
        if (label != null) {
            node.put("text", label.text())
                    .put("fontSize", label.fontSize())
                    .put("color", label.color().value());
        }
    }

    private static void put(ObjectNode node, Connector line) {
        var points = node.putArray("points");
        line.points().forEach(point -> points.add(point.x()).add(point.y()));
        node.put("stroke", line.stroke().value()).put("strokeWidth", line.strokeWidth());
        if (line.from() != null) {
            node.put("from", line.from().value());
        }
        if (line.to() != null) {
            node.put("to", line.to().value());
        }
    }

    static CanvasObject read(JsonNode node) {
        var id = new ObjectId(text(node, "id"));
        var type = text(node, "type");
        return switch (type) {
            case "rectangle", "diamond", "star", "heart" ->
                    new Box(
                            id,
                            Outline.valueOf(type.toUpperCase(Locale.ROOT)),
                            position(node),
                            size(node),
                            paint(node),
                            label(node));
            case "circle" ->
                    new Circle(
                            id, position(node), number(node, "radius"), paint(node), label(node));
            case "text" -> new Text(id, position(node), size(node), presentLabel(node));
            case "arrow", "line" ->
                    new Connector(
                            id,
                            Ending.valueOf(type.toUpperCase(Locale.ROOT)),
                            points(node.path("points")),
                            new Color(text(node, "stroke")),
                            number(node, "strokeWidth"),
                            objectId(node, "from"),
                            objectId(node, "to"));
            default -> throw new IllegalArgumentException("unknown kind of object: " + type);
        };
    }

    private static Position position(JsonNode node) {
        return new Position(number(node, "x"), number(node, "y"));
    }

    private static Size size(JsonNode node) {
        return new Size(number(node, "width"), number(node, "height"));
    }

    private static Paint paint(JsonNode node) {
        return new Paint(
                new Color(text(node, "fill")),
                new Color(text(node, "stroke")),
                number(node, "strokeWidth"));
    }

    private static @Nullable Label label(JsonNode node) {
        return node.hasNonNull("text") ? presentLabel(node) : null;
    }

    private static Label presentLabel(JsonNode node) {
        return new Label(
                text(node, "text"), number(node, "fontSize"), new Color(text(node, "color")));
    }

    private static List<Position> points(JsonNode flat) {
        var points = new ArrayList<Position>(flat.size() / 2);
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            points.add(new Position(flat.get(i).asDouble(), flat.get(i + 1).asDouble()));
        }
        return points;
    }

    private static @Nullable ObjectId objectId(JsonNode node, String member) {
        var id = textOrNull(node, member);
        return id == null ? null : new ObjectId(id);
    }
}
