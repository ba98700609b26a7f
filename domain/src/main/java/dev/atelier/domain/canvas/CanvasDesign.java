package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A generator's answer: titled objects in drawing order, the first lowest. Ids are unique, and a
/// bound line names shapes of the same design.
public record CanvasDesign(String title, List<CanvasObject> objects) {

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

    public Bounds bounds() {
        return objects.stream().map(CanvasObject::bounds).reduce(Bounds::union).orElseThrow();
    }

    public CanvasDesign movedBy(double dx, double dy) {
        return new CanvasDesign(
                title, objects.stream().map(object -> object.movedBy(dx, dy)).toList());
    }

    private static void requireSoundIds(List<CanvasObject> objects) {
        var ids = new HashSet<ObjectId>();
        for (var object : objects) {
            if (!ids.add(object.id())) {
                throw new InvalidValue("object id " + object.id().value() + " is used twice");
            }
        }
        for (var object : objects) {
            if (object instanceof CanvasObject.Connector line) {
                var loose =
                        Stream.of(line.from(), line.to())
                                .filter(Objects::nonNull)
                                .anyMatch(id -> !ids.contains(id));
                if (loose) {
                    throw new InvalidValue(
                            "line "
                                    + line.id().value()
                                    + " is bound to an object that does not exist");
                }
            }
        }
    }
}
