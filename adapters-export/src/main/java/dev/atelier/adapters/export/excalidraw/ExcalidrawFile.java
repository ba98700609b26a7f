package dev.atelier.adapters.export.excalidraw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;

/// A design as a file that Excalidraw opens with everything still connected.
public final class ExcalidrawFile {

    private static final int FORMAT_VERSION = 2;

    private final ObjectMapper json = new ObjectMapper();

    public String of(CanvasDesign design) {
        var file = json.createObjectNode();
        file.put("type", "excalidraw").put("version", FORMAT_VERSION).put("source", "atelier");
        var elements = file.putArray("elements");
        var bindings = new Bindings(design);
        var shapes = new Shapes(elements, bindings);
        var lines = new Lines(elements, bindings);
        for (var object : design.objects()) {
            switch (object) {
                case Box box -> shapes.add(box);
                case Circle circle -> shapes.add(circle);
                case Text text -> shapes.add(text);
                case Connector line -> lines.add(line);
            }
        }
        file.putObject("appState").put("viewBackgroundColor", "#ffffff");
        file.putObject("files");
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree refused to be written", e);
        }
    }
}
