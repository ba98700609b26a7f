package dev.atelier.application.port.in;

import dev.atelier.domain.canvas.CanvasId;

/// The canvas has a later version than the one that was seen.
public final class CanvasChanged extends RuntimeException {

    private final int version;

    /// @param version the latest
    public CanvasChanged(CanvasId id, int version) {
        super("canvas " + id.value() + " is at version " + version);
        this.version = version;
    }

    public int version() {
        return version;
    }
}
