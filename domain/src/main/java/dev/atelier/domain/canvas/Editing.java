package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.CanvasEdit.Relabel;
import dev.atelier.domain.canvas.CanvasEdit.Remove;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One canvas under its owner's hands. What belongs to an object goes where it goes: parts that are
/// named after it (`a:lifeline` after `a`), the bound ends of lines, and what is written at them.
final class Editing {

    private final Map<ObjectId, CanvasObject> objects = new LinkedHashMap<>();
    private final Set<ObjectId> pinned;
    private String title;
    private @Nullable DrawnDiagram diagram;

    Editing(Canvas canvas) {
        canvas.design().objects().forEach(object -> objects.put(object.id(), object));
        this.pinned = new HashSet<>(canvas.pinned());
        this.title = canvas.design().title();
        var shown = canvas.design().diagram();
        this.diagram = shown == null ? null : new DrawnDiagram(shown);
    }

    void apply(CanvasEdit edit) {
        switch (edit) {
            case Move(var id, var to) -> move(object(id), to);
            case Relabel(var id, var text) -> relabel(object(id), text);
            case Remove(var id) -> remove(object(id));
        }
    }

    CanvasDesign design() {
        if (objects.isEmpty()) {
            throw new InvalidValue("nothing would be left on the canvas");
        }
        return new CanvasDesign(
                title, List.copyOf(objects.values()), diagram == null ? null : diagram.diagram());
    }

    Set<ObjectId> pinned() {
        return Set.copyOf(pinned);
    }

    private CanvasObject object(ObjectId id) {
        var object = objects.get(id);
        if (object == null) {
            throw new InvalidValue("there is no object " + id.value());
        }
        return object;
    }

    private void move(CanvasObject object, Position to) {
        if (object instanceof Connector line && (line.from() != null || line.to() != null)) {
            throw new InvalidValue("line " + line.id().value() + " moves with its shapes");
        }
        var from = position(object);
        var dx = to.x() - from.x();
        var dy = to.y() - from.y();
        for (var part : withParts(object.id())) {
            objects.computeIfPresent(part, (_, it) -> it.movedBy(dx, dy));
            lines(part).forEach(line -> follow(line, part, dx, dy));
        }
        pinned.add(object.id());
    }

    private static Position position(CanvasObject object) {
        return switch (object) {
            case Box box -> box.at();
            case Circle circle -> circle.center();
            case Text text -> text.at();
            case Connector line -> line.points().getFirst();
        };
    }

    private void follow(Connector line, ObjectId shape, double dx, double dy) {
        var followed = BoundEnds.follow(line, shape, dx, dy);
        var caption = caption(line);
        objects.put(line.id(), followed);
        if (caption != null) {
            var was = BoundEnds.middle(line);
            var is = BoundEnds.middle(followed);
            objects.put(caption.id(), caption.movedBy(is.x() - was.x(), is.y() - was.y()));
        }
    }

    private void relabel(CanvasObject object, String text) {
        if (object instanceof Connector) {
            throw new InvalidValue("line " + object.id().value() + " has no text");
        }
        var before = Labels.of(object);
        if (before == null) {
            throw new InvalidValue("object " + object.id().value() + " has no text");
        }
        var label = new Label(text, before.fontSize(), before.color());
        objects.put(object.id(), Labels.on(object, label));
        if (object instanceof Text caption) {
            rename(caption, text);
        } else if (diagram != null) {
            diagram = diagram.relabelled(object.id(), before, text);
        }
    }

    /// A text of its own can be the heading, or what an edge says.
    private void rename(Text caption, String text) {
        if (DrawnDiagram.says(caption.label(), title)) {
            title = DrawnDiagram.plain(text, CanvasDesign.MAX_TITLE_LENGTH);
            diagram = diagram == null ? null : diagram.titled(text);
        } else if (diagram != null) {
            diagram = diagram.captioned(caption, text, objects.values());
        }
    }

    private void remove(CanvasObject object) {
        if (object instanceof Connector line) {
            removeLine(line);
            return;
        }
        for (var part : withParts(object.id())) {
            lines(part).forEach(this::removeLine);
            objects.remove(part);
            pinned.remove(part);
        }
        if (diagram != null && object instanceof Text caption) {
            diagram = diagram.uncaptioned(caption, objects.values());
        }
        if (diagram != null) {
            diagram = diagram.without(object.id());
        }
    }

    private void removeLine(Connector line) {
        var caption = caption(line);
        if (caption != null) {
            objects.remove(caption.id());
            pinned.remove(caption.id());
        }
        if (diagram != null) {
            diagram = diagram.withoutEdge(line, objects.values());
        }
        objects.remove(line.id());
        pinned.remove(line.id());
    }

    private List<ObjectId> withParts(ObjectId id) {
        return objects.keySet().stream()
                .filter(it -> it.equals(id) || it.isPartOf(id.value()))
                .toList();
    }

    private List<Connector> lines(ObjectId shape) {
        return objects.values().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .filter(line -> shape.equals(line.from()) || shape.equals(line.to()))
                .toList();
    }

    private @Nullable Text caption(Connector line) {
        return diagram == null ? null : diagram.caption(line, objects.values());
    }
}
