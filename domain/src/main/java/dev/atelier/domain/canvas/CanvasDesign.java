package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;
import dev.atelier.domain.diagram.Diagram;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A generator's answer: titled objects in drawing order, the first lowest. Ids are unique, and a
/// bound line names shapes of the same design.
///
/// @param diagram what the objects show, if they show one diagram and nothing else: its nodes' ids
///   are their shapes'
public record CanvasDesign(String title, List<CanvasObject> objects, @Nullable Diagram diagram) {

    public static final int MAX_OBJECTS = 2000;
    public static final int MAX_TITLE_LENGTH = 200;

    public CanvasDesign {
        PlainText.requireClean(title);
        if (title.isBlank() || PlainText.length(title) > MAX_TITLE_LENGTH) {
            throw new InvalidValue("a title must have 1 to 200 characters");
        }
        objects = List.copyOf(objects);
        if (objects.isEmpty() || objects.size() > MAX_OBJECTS) {
            throw new InvalidValue("a design must have 1 to 2000 objects");
        }
        requireSoundIds(objects);
    }

    public CanvasDesign(String title, List<CanvasObject> objects) {
        this(title, objects, null);
    }

    public Bounds bounds() {
        return objects.stream().map(CanvasObject::bounds).reduce(Bounds::union).orElseThrow();
    }

    public CanvasDesign movedBy(double dx, double dy) {
        return new CanvasDesign(
                title, objects.stream().map(object -> object.movedBy(dx, dy)).toList(), diagram);
    }

    private static void requireSoundIds(List<CanvasObject> objects) {
        var ids = new HashSet<ObjectId>();
        var shapes = new HashSet<ObjectId>();
        for (var object : objects) {
            if (!ids.add(object.id())) {
                throw new InvalidValue("object id " + object.id().value() + " is used twice");
            }
            if (!(object instanceof CanvasObject.Connector)) {
                shapes.add(object.id());
            }
        }
        for (var object : objects) {
            if (object instanceof CanvasObject.Connector line && isLoose(line, shapes)) {
                throw new InvalidValue(
                        "line " + line.id().value() + " is bound to what is not a shape here");
            }
        }
    }

    private static boolean isLoose(CanvasObject.Connector line, Set<ObjectId> shapes) {
        return Stream.of(Optional.ofNullable(line.from()), Optional.ofNullable(line.to()))
                .flatMap(Optional::stream)
                .anyMatch(id -> !shapes.contains(id));
    }
}
