package dev.atelier.adapters.ai.check;

import dev.atelier.adapters.ai.layout.Outline;
import dev.atelier.adapters.ai.layout.TextBlock;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Label;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The text of an object: centred in its shape.
final class Writing {

    private Writing() {}

    /// Whether there is no text, or room for all of it.
    static boolean fits(CanvasObject object) {
        var label = label(object);
        return label == null || Outline.of(object).holds(object.bounds(), TextBlock.of(label));
    }

    /// Where the text lies, if there is any.
    static Optional<Bounds> place(CanvasObject object) {
        return Optional.ofNullable(label(object))
                .map(TextBlock::of)
                .map(text -> text.centredIn(object.bounds()));
    }

    private static @Nullable Label label(CanvasObject object) {
        return switch (object) {
            case Box box -> box.label();
            case Circle circle -> circle.label();
            case Text text -> text.label();
            case Connector _ -> null;
        };
    }
}
