package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a user keeps. Each change is a new version; the number is what a writer proves that it saw
/// the latest with.
///
/// @param pinned objects that the owner has put where they are; nothing else moves them
public record Canvas(
        CanvasId id, UserId owner, int version, CanvasDesign design, Set<ObjectId> pinned) {

    /// Free space between what was there and what is added, in canvas units.
    private static final double GAP = 80;

    /// A canvas after an addition, and the addition as it came to lie on it.
    public record Addition(Canvas canvas, CanvasDesign added) {}

    public Canvas {
        pinned = Set.copyOf(pinned);
    }

    public Canvas(CanvasId id, UserId owner, int version, CanvasDesign design) {
        this(id, owner, version, design, Set.of());
    }

    public static Addition begin(CanvasId id, UserId owner, CanvasDesign design) {
        return new Addition(new Canvas(id, owner, 1, design), design);
    }

    /// Puts a design below everything that is there, under ids that are free.
    ///
    /// @throws InvalidValue if the canvas would have more objects, or reach farther, than a design
    ///   may
    public Addition add(CanvasDesign addition) {
        var here = design.bounds();
        var there = addition.bounds();
        var placed =
                renamed(
                        addition.movedBy(
                                here.left() - there.left(), here.bottom() + GAP - there.top()));
        var all = new ArrayList<>(design.objects());
        all.addAll(placed.objects());
        var next =
                new Canvas(id, owner, version + 1, new CanvasDesign(design.title(), all), pinned);
        return new Addition(next, placed);
    }

    /// What became of `base`, this canvas or an earlier version of it, by an AI's hand.
    public Addition revised(Canvas base, CanvasDesign revision) {
        if (base.version() != version) {
            throw new InvalidValue("the canvas has changed meanwhile");
        }
        return new Addition(new Canvas(id, owner, version + 1, revision, pinned), revision);
    }

    private CanvasDesign renamed(CanvasDesign addition) {
        var taken = new HashSet<ObjectId>();
        design.objects().forEach(object -> taken.add(object.id()));
        addition.objects().forEach(object -> taken.add(object.id()));
        var ours = new HashSet<ObjectId>();
        design.objects().forEach(object -> ours.add(object.id()));

        var names = new HashMap<ObjectId, ObjectId>();
        for (var object : addition.objects()) {
            names.put(
                    object.id(),
                    ours.contains(object.id()) ? freeId(object.id(), taken) : object.id());
        }
        List<CanvasObject> objects =
                addition.objects().stream().map(object -> rename(object, names)).toList();
        return new CanvasDesign(addition.title(), objects);
    }

    private static ObjectId freeId(ObjectId wanted, HashSet<ObjectId> taken) {
        var stem = wanted.value().substring(0, Math.min(90, wanted.value().length()));
        for (int n = 2; ; n++) {
            var candidate = new ObjectId(stem + "-" + n);
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }

    private static CanvasObject rename(CanvasObject object, Map<ObjectId, ObjectId> names) {
        var id = newName(object.id(), names);
        return switch (object) {
            case CanvasObject.Box it ->
                    new CanvasObject.Box(
                            id, it.outline(), it.at(), it.size(), it.paint(), it.label());
            case CanvasObject.Circle it ->
                    new CanvasObject.Circle(id, it.center(), it.radius(), it.paint(), it.label());
            case CanvasObject.Text it -> new CanvasObject.Text(id, it.at(), it.size(), it.label());
            case CanvasObject.Connector it ->
                    it.renamed(id, bound(it.from(), names), bound(it.to(), names));
        };
    }

    private static @Nullable ObjectId bound(@Nullable ObjectId end, Map<ObjectId, ObjectId> names) {
        return end == null ? null : newName(end, names);
    }

    private static ObjectId newName(ObjectId old, Map<ObjectId, ObjectId> names) {
        return names.getOrDefault(old, old);
    }
}
