package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Connector;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings together what an AI made of a canvas and what its owner made of it meanwhile. What the
/// owner put somewhere stays there, what the owner wrote stays written, and what the owner took
/// away stays away; all else is the AI's. Lines are nobody's own: they lead from shape to shape
/// wherever those are.
final class Merge {

    private final Canvas base;
    private final Canvas owners;
    private final CanvasDesign revision;
    private final Map<ObjectId, CanvasObject> before;
    private final Map<ObjectId, CanvasObject> now;
    private final Map<ObjectId, CanvasObject> after;

    private Merge(Canvas base, Canvas owners, CanvasDesign revision) {
        this.base = base;
        this.owners = owners;
        this.revision = revision;
        this.before = byId(base.design());
        this.now = byId(owners.design());
        this.after = byId(revision);
    }

    static CanvasDesign of(Canvas base, Canvas owners, CanvasDesign revision) {
        return new Merge(base, owners, revision).design();
    }

    private CanvasDesign design() {
        var placed = placed();
        var names = names();
        var objects = new ArrayList<CanvasObject>();
        placed.values().stream()
                .filter(it -> !(it instanceof Connector line) || isBound(line, placed))
                .map(it -> it instanceof Connector line ? attached(line, placed) : it)
                .map(it -> Renaming.rename(it, names))
                .forEach(objects::add);
        owners.design().objects().stream().filter(this::isOwnersAlone).forEach(objects::add);
        var title =
                owners.design().title().equals(base.design().title())
                        ? revision.title()
                        : owners.design().title();
        var untouched = Objects.equals(owners.design().diagram(), base.design().diagram());
        return new CanvasDesign(
                title, withoutLoose(objects), untouched ? revision.diagram() : null);
    }

    /// The AI's objects in the AI's order, under the AI's names, where and how they are to be.
    private Map<ObjectId, CanvasObject> placed() {
        var placed = new LinkedHashMap<ObjectId, CanvasObject>();
        for (var object : revision.objects()) {
            var then = before.get(object.id());
            var mine = now.get(object.id());
            if (then == null) {
                placed.put(object.id(), object);
            } else if (mine != null) {
                placed.put(object.id(), merged(object, mine, then));
            }
        }
        return placed;
    }

    private CanvasObject merged(CanvasObject theirs, CanvasObject mine, CanvasObject then) {
        if (isLineBetweenShapes(mine)) {
            return theirs;
        }
        var from = isPutThere(mine, then) ? theirs.bounds() : then.bounds();
        var dx = mine.bounds().left() - from.left();
        var dy = mine.bounds().top() - from.top();
        var there = theirs.movedBy(dx, dy);
        var label = Labels.of(mine);
        return label == null || label.equals(Labels.of(then)) ? there : Labels.on(there, label);
    }

    /// Moved by its owner, which is more than to have gone along with something.
    private boolean isPutThere(CanvasObject mine, CanvasObject then) {
        return owners.pinned().contains(mine.id())
                && (!base.pinned().contains(mine.id()) || !mine.bounds().equals(then.bounds()));
    }

    private static boolean isLineBetweenShapes(CanvasObject object) {
        return object instanceof Connector line && (line.from() != null || line.to() != null);
    }

    /// What the owner added, and what the AI took away although the owner had just touched it.
    private boolean isOwnersAlone(CanvasObject mine) {
        var then = before.get(mine.id());
        if (then == null) {
            return true;
        }
        return !after.containsKey(mine.id())
                && (isPutThere(mine, then) || !Objects.equals(Labels.of(mine), Labels.of(then)));
    }

    /// Free names for what the AI added under names that are the owner's by now.
    private Map<ObjectId, ObjectId> names() {
        var taken = new HashSet<>(now.keySet());
        taken.addAll(after.keySet());
        var names = new HashMap<ObjectId, ObjectId>();
        revision.objects().stream()
                .map(CanvasObject::id)
                .filter(id -> !before.containsKey(id) && now.containsKey(id))
                .forEach(id -> names.put(id, Renaming.free(id, taken)));
        return names;
    }

    /// The line as the AI led it, its ends where their shapes have come to lie.
    private Connector attached(Connector line, Map<ObjectId, CanvasObject> placed) {
        var led = follow(line, line.from(), placed);
        return Objects.equals(line.from(), line.to()) ? led : follow(led, line.to(), placed);
    }

    private Connector follow(
            Connector line, @Nullable ObjectId shape, Map<ObjectId, CanvasObject> placed) {
        var was = shape == null ? null : after.get(shape);
        var is = shape == null ? null : placed.get(shape);
        if (shape == null || was == null || is == null) {
            return line;
        }
        var dx = is.bounds().left() - was.bounds().left();
        var dy = is.bounds().top() - was.bounds().top();
        return dx == 0 && dy == 0 ? line : BoundEnds.follow(line, shape, dx, dy);
    }

    private static List<CanvasObject> withoutLoose(List<CanvasObject> objects) {
        var there = objects.stream().collect(Collectors.toMap(CanvasObject::id, it -> it));
        return objects.stream()
                .filter(it -> !(it instanceof Connector line) || isBound(line, there))
                .toList();
    }

    private static boolean isBound(Connector line, Map<ObjectId, CanvasObject> there) {
        return (line.from() == null || there.containsKey(line.from()))
                && (line.to() == null || there.containsKey(line.to()));
    }

    private static Map<ObjectId, CanvasObject> byId(CanvasDesign design) {
        return design.objects().stream()
                .collect(Collectors.toMap(CanvasObject::id, Function.identity()));
    }
}
