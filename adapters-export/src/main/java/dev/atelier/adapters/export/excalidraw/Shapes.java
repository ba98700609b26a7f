package dev.atelier.adapters.export.excalidraw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.export.figure.Heart;
import dev.atelier.adapters.export.figure.Star;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Shapes, each followed by its label. Excalidraw has no star and no heart: they become closed
/// lines, in a group with their label.
final class Shapes {

    /// Corners of a given radius, less where the shape is small.
    private static final int ADAPTIVE_RADIUS = 3;

    private static final int CORNER_RADIUS = 8;

    private final ArrayNode elements;
    private final Bindings bindings;

    Shapes(ArrayNode elements, Bindings bindings) {
        this.elements = elements;
        this.bindings = bindings;
    }

    void add(Box box) {
        switch (box.outline()) {
            case RECTANGLE -> {
                var element = container("rectangle", box);
                element.putObject("roundness")
                        .put("type", ADAPTIVE_RADIUS)
                        .put("value", CORNER_RADIUS);
            }
            case DIAMOND -> container("diamond", box);
            case STAR -> polygon(box, Star.corners(box.bounds()));
            case HEART -> polygon(box, new Heart(box.bounds()).corners());
        }
        if (box.label() != null) {
            label(box, box.label());
        }
    }

    void add(Circle circle) {
        var id = circle.id().value();
        var element = Element.add(elements, "ellipse", id, circle.bounds());
        Element.paint(element, circle.paint());
        hold(element, id, circle.label() == null ? null : Element.labelId(circle.id()));
        if (circle.label() != null) {
            Writing.add(
                    elements, Element.labelId(circle.id()), circle.bounds(), circle.label(), id);
        }
    }

    void add(Text text) {
        var id = text.id().value();
        hold(Writing.add(elements, id, text.bounds(), text.label(), null), id, null);
    }

    private ObjectNode container(String type, Box box) {
        var id = box.id().value();
        var element = Element.add(elements, type, id, box.bounds());
        Element.paint(element, box.paint());
        hold(element, id, box.label() == null ? null : Element.labelId(box.id()));
        return element;
    }

    private void polygon(Box box, List<Position> corners) {
        var closed = new ArrayList<>(corners);
        closed.add(corners.getFirst());
        var element = Element.add(elements, "line", box.id().value(), box.bounds());
        Element.paint(element, box.paint());
        Element.points(element, closed);
        group(element, box);
    }

    private void label(Box box, Label label) {
        var id = Element.labelId(box.id());
        Bounds bounds = box.bounds();
        switch (box.outline()) {
            case RECTANGLE, DIAMOND -> Writing.add(elements, id, bounds, label, box.id().value());
            case STAR, HEART -> {
                var element = Writing.add(elements, id, bounds, label, null);
                hold(element, id, null);
                group(element, box);
            }
        }
    }

    private void hold(ObjectNode element, String id, @Nullable String label) {
        if (label != null) {
            Element.bind(element, "text", List.of(label));
        }
        Element.bind(element, "arrow", bindings.arrowsAt(id));
    }

    private static void group(ObjectNode element, Box box) {
        element.withArray("groupIds").add(box.id().value() + "/group");
    }
}
