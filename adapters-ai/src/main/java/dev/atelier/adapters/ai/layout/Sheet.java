package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.adapters.ai.theme.Tone.Hue;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The objects of a canvas while they are being revised.
final class Sheet {

    private final SequencedMap<ObjectId, CanvasObject> objects = new LinkedHashMap<>();
    private final SequencedSet<ObjectId> added = new LinkedHashSet<>();
    private final Set<ObjectId> pinned;

    Sheet(Canvas canvas) {
        canvas.design().objects().forEach(object -> objects.put(object.id(), object));
        pinned = canvas.pinned();
    }

    Optional<CanvasObject> find(String id) {
        return Optional.ofNullable(objects.get(new ObjectId(id)));
    }

    /// The shape or text of this name, with its place and form.
    Optional<Shape> shape(String id) {
        return find(id).filter(object -> !(object instanceof Connector)).map(Sheet::shape);
    }

    static Shape shape(CanvasObject object) {
        var anyTone = Tone.of(Hue.PROCESS);
        return new Shape(object.id().value(), Outline.of(object), object.bounds(), null, anyTone);
    }

    boolean isPinned(ObjectId id) {
        return pinned.contains(id);
    }

    Stream<CanvasObject> shapes() {
        return objects.values().stream().filter(object -> !(object instanceof Connector));
    }

    Stream<Connector> lines() {
        return objects.values().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast);
    }

    Stream<Text> texts() {
        return objects.values().stream().filter(Text.class::isInstance).map(Text.class::cast);
    }

    static boolean isArea(CanvasObject object) {
        return GroupAreas.isArea(object.id().value());
    }

    void add(CanvasObject object) {
        objects.put(object.id(), object);
        added.add(object.id());
    }

    /// Puts an object in the place of the one with its name.
    void replace(CanvasObject object) {
        objects.put(object.id(), object);
    }

    /// Takes a shape or a text away, and every line that is bound to it.
    void remove(ObjectId id) {
        objects.remove(id);
        objects.values()
                .removeIf(
                        object ->
                                object instanceof Connector line
                                        && (id.equals(line.from()) || id.equals(line.to())));
    }

    /// Takes away what was drawn beside a node for its sake, such as its lifeline.
    void removeCompanions(String node) {
        shapes().map(CanvasObject::id)
                .filter(id -> id.isPartOf(node))
                .toList()
                .forEach(this::remove);
    }

    /// A name that nothing has yet: the stem and a number.
    String freeId(String stem) {
        int number = 1;
        while (objects.containsKey(new ObjectId(stem + number))) {
            number++;
        }
        return stem + number;
    }

    /// What is free for a shape or a text that is to be clear of lines too.
    FreeSpace space(ObjectId... except) {
        var space = spaceAmongShapes(except);
        lines().map(Connector::points).forEach(space::take);
        return space;
    }

    /// What is free for something that lines may lead to.
    FreeSpace spaceAmongShapes(ObjectId... except) {
        return space(Sheet::isArea, except);
    }

    /// @param surface on which shapes that may be, if wholly
    FreeSpace space(Predicate<CanvasObject> surface, ObjectId... except) {
        var left = List.of(except);
        var space = new FreeSpace(Position.MAX);
        shapes().filter(object -> !left.contains(object.id()))
                .forEach(
                        object -> {
                            if (surface.test(object)) {
                                space.takeAsSurface(object.bounds());
                            } else {
                                space.take(object.bounds());
                            }
                        });
        return space;
    }

    /// Everything in drawing order. What is new comes with its own kind: areas below all of ours,
    /// lines below our shapes, the rest on top.
    List<CanvasObject> inOrder(Predicate<CanvasObject> ours) {
        var all = new ArrayList<CanvasObject>();
        objects.values().stream().filter(it -> !added.contains(it.id())).forEach(all::add);
        var fresh = added.stream().map(objects::get).filter(Objects::nonNull).toList();

        all.addAll(
                firstAt(all, ours.and(it -> !isArea(it) && !(it instanceof Connector))),
                fresh.stream().filter(Connector.class::isInstance).toList());
        all.addAll(firstAt(all, ours), fresh.stream().filter(Sheet::isArea).toList());
        var others = fresh.stream().filter(it -> !isArea(it) && !(it instanceof Connector));
        all.addAll(others.toList());
        return all;
    }

    private static int firstAt(List<CanvasObject> all, Predicate<CanvasObject> wanted) {
        for (int i = 0; i < all.size(); i++) {
            if (wanted.test(all.get(i))) {
                return i;
            }
        }
        return all.size();
    }
}
