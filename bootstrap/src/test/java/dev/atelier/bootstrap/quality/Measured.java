package dev.atelier.bootstrap.quality;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Connector;

import java.util.List;

/// What is wrong with a design, each as the ids of the objects that it is wrong with.
///
/// @param overlaps objects that cover one another without lying one on the other, or hide text
/// @param looseArrows ends that do not lie on the border of the shape that they name
/// @param textsOutside lines of text that leave their shape
/// @param objectsOutside what is not on the canvas
record Measured(
        int objects,
        List<String> overlaps,
        List<String> looseArrows,
        List<String> textsOutside,
        List<String> objectsOutside) {

    /// @param page what a viewer shows of the design
    static Measured of(CanvasDesign design, Page page) {
        var prints =
                design.objects().stream()
                        .filter(object -> !(object instanceof Connector))
                        .map(Print::of)
                        .toList();
        return new Measured(
                design.objects().size(),
                Overlaps.in(prints),
                LooseArrows.in(design, prints),
                TextsOutside.in(prints),
                page.misses(design, prints));
    }

    boolean isSound() {
        return overlaps.isEmpty()
                && looseArrows.isEmpty()
                && textsOutside.isEmpty()
                && objectsOutside.isEmpty();
    }
}
