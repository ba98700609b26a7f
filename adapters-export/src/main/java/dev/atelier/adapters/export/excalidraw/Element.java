package dev.atelier.adapters.export.excalidraw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.export.figure.Rounded;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;

import java.util.List;

/// The fields that every element has. Nothing in them is left to chance or to the clock.
final class Element {

    private static final long UPDATED = 1;

    private Element() {}

    static ObjectNode add(ArrayNode elements, String type, String id, Bounds bounds) {
        var element = elements.addObject();
        element.put("id", id).put("type", type);
        element.put("x", Rounded.of(bounds.left())).put("y", Rounded.of(bounds.top()));
        element.put("width", Rounded.of(bounds.width()));
        element.put("height", Rounded.of(bounds.height()));
        element.put("angle", 0);
        element.put("strokeColor", "transparent").put("backgroundColor", "transparent");
        element.put("fillStyle", "solid").put("strokeStyle", "solid").put("strokeWidth", 1);
        element.put("roughness", 0).put("opacity", 100);
        element.putArray("groupIds");
        element.putNull("frameId").putNull("index").putNull("roundness");
        element.put("seed", number(id)).put("version", 1).put("versionNonce", number(id));
        element.put("isDeleted", false);
        element.putArray("boundElements");
        element.put("updated", UPDATED).putNull("link").put("locked", false);
        return element;
    }

    /// No object has this id: ids have no slash.
    static String labelId(ObjectId owner) {
        return owner.value() + "/label";
    }

    /// Excalidraw takes a width of 0 for none given.
    static void paint(ObjectNode element, Paint paint) {
        element.put("backgroundColor", paint.fill().value());
        if (paint.strokeWidth() > 0) {
            element.put("strokeColor", paint.stroke().value());
            element.put("strokeWidth", Rounded.of(paint.strokeWidth()));
        }
    }

    static void bind(ObjectNode element, String type, List<String> ids) {
        var bound = element.withArray("boundElements");
        ids.forEach(id -> bound.addObject().put("type", type).put("id", id));
    }

    /// Corners relative to the first, which is where the element is.
    static void points(ObjectNode element, List<Position> corners) {
        var origin = corners.getFirst();
        element.put("x", Rounded.of(origin.x())).put("y", Rounded.of(origin.y()));
        var points = element.putArray("points");
        for (var corner : corners) {
            points.addArray()
                    .add(Rounded.of(corner.x() - origin.x()))
                    .add(Rounded.of(corner.y() - origin.y()));
        }
        element.putNull("lastCommittedPoint").putNull("startBinding").putNull("endBinding");
        element.putNull("startArrowhead").putNull("endArrowhead");
    }

    /// Positive, and the same for the same id.
    private static int number(String id) {
        return Math.floorMod(id.hashCode(), Integer.MAX_VALUE - 1) + 1;
    }
}
