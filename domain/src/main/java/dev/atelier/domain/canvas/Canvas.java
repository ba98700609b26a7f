package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.UserId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// What became of `base`, this canvas or an earlier version of it, by an AI's hand. What the
    /// owner has changed since stays as the owner left it.
    ///
    /// @throws InvalidValue if nothing would be left, or this is another canvas that was begun
    ///   under the same name
    public Addition revised(Canvas base, CanvasDesign revision) {
        if (version <= base.version() && !base.equals(this)) {
            throw new InvalidValue("it is no longer the one that was to be changed");
        }
        var design = base.equals(this) ? revision : Merge.of(base, this, revision);
        var still = new HashSet<>(pinned);
        still.retainAll(ids(design));
        return new Addition(new Canvas(id, owner, version + 1, design, still), design);
    }

    /// The next version, as its owner has changed it by hand.
    ///
    /// @throws InvalidValue if an edit names what is not there, or asks what cannot be
    public Canvas edited(List<CanvasEdit> edits) {
        var editing = new Editing(this);
        edits.forEach(editing::apply);
        return new Canvas(id, owner, version + 1, editing.design(), editing.pinned());
    }

    /// The next version, which shows what an older one of the same canvas did.
    public Canvas restored(Canvas older) {
        if (!older.id.equals(id) || !older.owner.equals(owner) || older.version >= version) {
            throw new IllegalArgumentException("not an older version of canvas " + id.value());
        }
        return new Canvas(id, owner, version + 1, older.design, older.pinned);
    }

    private CanvasDesign renamed(CanvasDesign addition) {
        var ours = ids(design);
        var taken = new HashSet<>(ours);
        taken.addAll(ids(addition));
        var names = new HashMap<ObjectId, ObjectId>();
        for (var object : addition.objects()) {
            if (ours.contains(object.id())) {
                names.put(object.id(), Renaming.free(object.id(), taken));
            }
        }
        return new CanvasDesign(
                addition.title(),
                addition.objects().stream().map(object -> Renaming.rename(object, names)).toList());
    }

    private static Set<ObjectId> ids(CanvasDesign design) {
        return design.objects().stream().map(CanvasObject::id).collect(Collectors.toSet());
    }
}
