package dev.atelier.adapters.ai.check;

import dev.atelier.domain.canvas.ObjectId;

import java.util.List;
import java.util.stream.Collectors;

/// Something that is wrong with a design, and the objects that it is wrong with.
public record Finding(Kind kind, List<ObjectId> objects) {

    public Finding {
        objects = List.copyOf(objects);
    }

    static Finding of(Kind kind, ObjectId... objects) {
        return new Finding(kind, List.of(objects));
    }

    public enum Kind {
        /// Two shapes, of which neither lies wholly on the other.
        OVERLAP("overlap"),
        /// A connection that is not bound at both ends, or does not reach what it is bound to.
        LOOSE_END("does not connect two shapes"),
        /// Text that runs over the border of its own shape.
        TEXT_OUTSIDE("has more text than fits into it"),
        OFF_CANVAS("lies outside of the canvas"),
        /// Two texts that cannot both be read.
        TEXTS_COLLIDE("have text in the same place");

        private final String trouble;

        Kind(String trouble) {
            this.trouble = trouble;
        }
    }

    /// One plain sentence part, such as "a and b overlap".
    public String message() {
        return objects.stream().map(ObjectId::value).collect(Collectors.joining(" and "))
                + " "
                + kind.trouble;
    }
}
