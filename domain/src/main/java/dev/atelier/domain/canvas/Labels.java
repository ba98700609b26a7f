package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;

import org.jspecify.annotations.Nullable;

/// What objects say.
final class Labels {

    private Labels() {}

    /// @return null where the object says nothing
    static @Nullable Label of(CanvasObject object) {
        return switch (object) {
            case Box it -> it.label();
            case Circle it -> it.label();
            case Text it -> it.label();
            case Connector _ -> null;
        };
    }

    /// The same object, saying this; a line says nothing.
    static CanvasObject on(CanvasObject object, Label label) {
        return switch (object) {
            case Box it -> new Box(it.id(), it.outline(), it.at(), it.size(), it.paint(), label);
            case Circle it -> new Circle(it.id(), it.center(), it.radius(), it.paint(), label);
            case Text it -> new Text(it.id(), it.at(), it.size(), label);
            case Connector it -> it;
        };
    }
}
