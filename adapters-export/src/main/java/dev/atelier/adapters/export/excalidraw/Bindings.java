package dev.atelier.adapters.export.excalidraw;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.ObjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which elements the arrows hold on to. Excalidraw binds arrows to rectangles, diamonds, ellipses
/// and free text, so a star or a heart is held by its label, and one without a label by nothing.
final class Bindings {

    private final Map<ObjectId, String> anchors = new HashMap<>();
    private final Map<String, List<String>> arrows = new HashMap<>();

    Bindings(CanvasDesign design) {
        for (var object : design.objects()) {
            anchor(object).ifPresent(anchor -> anchors.put(object.id(), anchor));
        }
        for (var object : design.objects()) {
            if (object instanceof Connector line && Lines.isVisible(line)) {
                note(line, line.from());
                note(line, line.to());
            }
        }
    }

    /// The element that stands for an object when an arrow is bound to it.
    Optional<String> anchor(@Nullable ObjectId object) {
        return Optional.ofNullable(object).map(anchors::get);
    }

    /// The arrows that hold on to an element, in drawing order.
    List<String> arrowsAt(String element) {
        return arrows.getOrDefault(element, List.of());
    }

    private void note(Connector line, @Nullable ObjectId end) {
        anchor(end)
                .ifPresent(
                        anchor -> {
                            var here = arrows.computeIfAbsent(anchor, _ -> new ArrayList<>());
                            if (!here.contains(line.id().value())) {
                                here.add(line.id().value());
                            }
                        });
    }

    private static Optional<String> anchor(CanvasObject object) {
        return switch (object) {
            case Box box ->
                    switch (box.outline()) {
                        case RECTANGLE, DIAMOND -> Optional.of(box.id().value());
                        case STAR, HEART ->
                                Optional.ofNullable(box.label())
                                        .map(_ -> Element.labelId(box.id()));
                    };
            case Circle circle -> Optional.of(circle.id().value());
            case Text text -> Optional.of(text.id().value());
            case Connector _ -> Optional.empty();
        };
    }
}
