package dev.atelier.application.port.out;

import dev.atelier.domain.canvas.CanvasId;

/// Someone else wrote this version of the canvas first.
public final class StaleCanvas extends RuntimeException {

    public StaleCanvas(CanvasId id) {
        super("canvas " + id.value() + " has moved on");
    }
}
