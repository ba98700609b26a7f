package dev.atelier.adapters.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.diagram.Diagram;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;

/// A design as JSON: `{"title", "objects": […]}`. The diagram it shows is kept with the canvas.
final class DesignJson {

    private DesignJson() {}

    static String write(CanvasDesign design) {
        var node = Json.object();
        node.put("title", design.title());
        node.set("objects", objects(design));
        return node.toString();
    }

    static CanvasDesign read(String text) {
        var node = Json.read(text);
        return read(Json.text(node, "title"), node.path("objects"), null);
    }

    static CanvasDesign read(String title, JsonNode objects, @Nullable Diagram diagram) {
        var read = new ArrayList<CanvasObject>(objects.size());
        objects.forEach(object -> read.add(ObjectJson.read(object)));
        return new CanvasDesign(title, read, diagram);
    }

    static ArrayNode objects(CanvasDesign design) {
        var array = Json.array();
        design.objects().forEach(object -> array.add(ObjectJson.write(object)));
        return array;
    }
}
