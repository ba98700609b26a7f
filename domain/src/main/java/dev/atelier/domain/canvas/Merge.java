package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Connector;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings together what an AI made of a design and what the owner made of it meanwhile. What the
/// owner touched stays as the owner left it.
final class Merge {

    private final CanvasDesign base;
    private final CanvasDesign owners;
    private final CanvasDesign revision;
    private final Map<ObjectId, CanvasObject> before;
    private final Map<ObjectId, CanvasObject> after;

    private Merge(CanvasDesign base, CanvasDesign owners, CanvasDesign revision) {
        this.base = base;
        this.owners = owners;
        this.revision = revision;
        this.before = byId(base);
        this.after = byId(revision);
    }

    static CanvasDesign of(CanvasDesign base, CanvasDesign owners, CanvasDesign revision) {
        return new Merge(base, owners, revision).design();
    }

    private CanvasDesign design() {
        var objects = new ArrayList<CanvasObject>();
        owners.objects().stream().map(this::kept).filter(Objects::nonNull).forEach(objects::add);
        objects.addAll(added());
        var title = owners.title().equals(base.title()) ? revision.title() : owners.title();
        var untouched = Objects.equals(owners.diagram(), base.diagram());
        return new CanvasDesign(
                title, withoutLoose(objects), untouched ? revision.diagram() : null);
    }

    /// @return null for what the AI took away
    private @Nullable CanvasObject kept(CanvasObject now) {
        var then = before.get(now.id());
        return now.equals(then) ? after.get(now.id()) : now;
    }

    /// What the AI added, under names that are free. What it changed and the owner has removed
    /// stays removed.
    private List<CanvasObject> added() {
        var taken = new HashSet<>(byId(owners).keySet());
        taken.addAll(after.keySet());
        var fresh = revision.objects().stream().filter(it -> !before.containsKey(it.id())).toList();
        var names = new HashMap<ObjectId, ObjectId>();
        for (var object : fresh) {
            if (byId(owners).containsKey(object.id())) {
                names.put(object.id(), Renaming.free(object.id(), taken));
            }
        }
        return fresh.stream().map(object -> Renaming.rename(object, names)).toList();
    }

    private static List<CanvasObject> withoutLoose(List<CanvasObject> objects) {
        Set<ObjectId> shapes =
                objects.stream()
                        .filter(it -> !(it instanceof Connector))
                        .map(CanvasObject::id)
                        .collect(Collectors.toSet());
        return objects.stream()
                .filter(it -> !(it instanceof Connector line) || isBound(line, shapes))
                .toList();
    }

    private static boolean isBound(Connector line, Set<ObjectId> shapes) {
        return (line.from() == null || shapes.contains(line.from()))
                && (line.to() == null || shapes.contains(line.to()));
    }

    private static Map<ObjectId, CanvasObject> byId(CanvasDesign design) {
        return design.objects().stream().collect(Collectors.toMap(CanvasObject::id, it -> it));
    }
}
