package dev.atelier.domain.canvas;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/// Other names for the same objects.
final class Renaming {

    private static final int MAX_STEM = 90;

    private Renaming() {}

    /// A name like the wanted one that is not taken yet; from now on it is.
    static ObjectId free(ObjectId wanted, Set<ObjectId> taken) {
        var stem = wanted.value().substring(0, Math.min(MAX_STEM, wanted.value().length()));
        for (int n = 2; ; n++) {
            var candidate = new ObjectId(stem + "-" + n);
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }

    /// The object under its new name, and bound to the new names of others.
    static CanvasObject rename(CanvasObject object, Map<ObjectId, ObjectId> names) {
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
