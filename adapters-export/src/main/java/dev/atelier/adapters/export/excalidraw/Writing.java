package dev.atelier.adapters.export.excalidraw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.export.figure.Lettering;
import dev.atelier.adapters.export.figure.Rounded;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Label;

import org.jspecify.annotations.Nullable;

/// Text in the middle of a box, bound to the shape around it if there is one.
final class Writing {

    /// Excalidraw's number for Helvetica.
    private static final int HELVETICA = 2;

    private Writing() {}

    /// As wide as the box: Excalidraw clips text at its own width, and centres it in any case.
    static ObjectNode add(
            ArrayNode elements, String id, Bounds box, Label label, @Nullable String container) {
        var height = Lettering.height(label);
        var top = (box.top() + box.bottom() - height) / 2;
        var bounds = new Bounds(box.left(), top, box.right(), top + height);
        var text = String.join("\n", Lettering.lines(label));
        var element = Element.add(elements, "text", id, bounds);
        element.put("strokeColor", label.color().value());
        element.put("text", text).put("originalText", text);
        element.put("fontSize", Rounded.of(label.fontSize())).put("fontFamily", HELVETICA);
        element.put("textAlign", "center").put("verticalAlign", "middle");
        element.put("lineHeight", Lettering.LINE_HEIGHT).put("autoResize", true);
        element.put("containerId", container);
        return element;
    }
}
