package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What can be said of a drawing without its places: shapes that say something or are connected,
/// and the lines between two of them. One with nothing of the kind is its title in a box.
final class DrawingText {

    private static final String WORDLESS = "\"#160;\"";

    private final CanvasDesign design;
    private final Names names = new Names("n");

    DrawingText(CanvasDesign design) {
        this.design = design;
    }

    String write() {
        var bounds = design.bounds();
        var script =
                new Script(
                        design.title(),
                        bounds.width() > bounds.height() ? "flowchart LR" : "flowchart TD");
        var connected = connected();
        var told =
                design.objects().stream()
                        .filter(object -> !(object instanceof Connector))
                        .filter(object -> isTold(object, connected))
                        .toList();
        told.forEach(object -> script.line(node(object)));
        if (told.isEmpty()) {
            script.line(names.of("") + "[" + Words.quoted(design.title()) + "]");
        }
        design.objects().stream()
                .flatMap(object -> object instanceof Connector it ? Stream.of(it) : Stream.empty())
                .filter(line -> line.from() != null && line.to() != null)
                .forEach(line -> script.line(edge(line)));
        return script.end();
    }

    private Set<ObjectId> connected() {
        var ids = new HashSet<ObjectId>();
        for (var object : design.objects()) {
            if (object instanceof Connector line && line.from() != null && line.to() != null) {
                ids.add(line.from());
                ids.add(line.to());
            }
        }
        return ids;
    }

    private boolean isTold(CanvasObject object, Set<ObjectId> connected) {
        return connected.contains(object.id()) || (label(object) != null && !isHeading(object));
    }

    private boolean isHeading(CanvasObject object) {
        return object instanceof Text text
                && text.label().text().replace('\n', ' ').equals(design.title());
    }

    private String node(CanvasObject object) {
        var label = label(object);
        var text = label == null ? WORDLESS : Words.quoted(label.text());
        return names.of(object.id().value())
                + switch (object) {
                    case Box box ->
                            switch (box.outline()) {
                                case RECTANGLE -> "[" + text + "]";
                                case DIAMOND -> "{" + text + "}";
                                case STAR -> "{{" + text + "}}";
                                case HEART -> "(" + text + ")";
                            };
                    case Circle _ -> "((" + text + "))";
                    case Text _ -> ">" + text + "]";
                    case Connector _ -> "";
                };
    }

    private String edge(Connector line) {
        var from = names.of(Objects.requireNonNull(line.from()).value());
        var to = names.of(Objects.requireNonNull(line.to()).value());
        return from + (line.ending() == Connector.Ending.ARROW ? " --> " : " --- ") + to;
    }

    private static @Nullable Label label(CanvasObject object) {
        return switch (object) {
            case Box box -> box.label();
            case Circle circle -> circle.label();
            case Text text -> text.label();
            case Connector _ -> null;
        };
    }
}
