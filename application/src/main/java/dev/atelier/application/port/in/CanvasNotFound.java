package dev.atelier.application.port.in;

import dev.atelier.domain.canvas.CanvasId;

/// There is no such canvas of this user's.
public final class CanvasNotFound extends RuntimeException {

    public CanvasNotFound(CanvasId id) {
        super("canvas " + id.value() + " not found");
    }
}
