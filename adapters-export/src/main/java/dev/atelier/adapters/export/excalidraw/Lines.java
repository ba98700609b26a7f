package dev.atelier.adapters.export.excalidraw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.export.figure.Rounded;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.ObjectId;

import org.jspecify.annotations.Nullable;

/// Lines and arrows. Excalidraw binds arrows only, so a bound line becomes an arrow without heads.
final class Lines {

    private static final int AT_THE_CENTRE = 0;
    private static final int CLOSE_BY = 1;

    private final ArrayNode elements;
    private final Bindings bindings;

    Lines(ArrayNode elements, Bindings bindings) {
        this.elements = elements;
        this.bindings = bindings;
    }

    /// Excalidraw throws away what has no extent.
    static boolean isVisible(Connector line) {
        var first = line.points().getFirst();
        return line.points().stream()
                .anyMatch(
                        at ->
                                Rounded.of(at.x() - first.x()).signum() != 0
                                        || Rounded.of(at.y() - first.y()).signum() != 0);
    }

    void add(Connector line) {
        if (!isVisible(line)) {
            return;
        }
        var from = bindings.anchor(line.from());
        var to = bindings.anchor(line.to());
        var arrow = line.ending() == Connector.Ending.ARROW;
        var type = arrow || from.isPresent() || to.isPresent() ? "arrow" : "line";
        var element = Element.add(elements, type, line.id().value(), line.bounds());
        element.put("strokeColor", line.stroke().value());
        element.put("strokeWidth", Rounded.of(line.strokeWidth()));
        Element.points(element, line.points());
        bind(element, "startBinding", line.from());
        bind(element, "endBinding", line.to());
        if (arrow) {
            element.put("endArrowhead", "triangle");
        }
        if (type.equals("arrow")) {
            element.put("elbowed", false);
        }
    }

    private void bind(ObjectNode element, String field, @Nullable ObjectId object) {
        bindings.anchor(object)
                .ifPresent(
                        anchor ->
                                element.putObject(field)
                                        .put("elementId", anchor)
                                        .put("focus", AT_THE_CENTRE)
                                        .put("gap", CLOSE_BY));
    }
}
