package dev.atelier.domain.canvas;

/// What owners do to their canvases by hand.
public sealed interface CanvasEdit {

    ObjectId id();

    /// Puts an object where its owner wants it; nothing but the owner moves it from there.
    ///
    /// @param to the object's own position: the centre of a circle, else the top left corner
    record Move(ObjectId id, Position to) implements CanvasEdit {}

    /// Changes what an object says; `text` may have several lines.
    record Relabel(ObjectId id, String text) implements CanvasEdit {}

    /// Takes an object away, and the lines that are bound to it.
    record Remove(ObjectId id) implements CanvasEdit {}
}
