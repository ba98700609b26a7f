package dev.atelier.application.port.out;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

import java.util.Optional;

/// Canvases as users keep them. They are written with the job that draws on them, by
/// [JobStore#save].
public interface CanvasStore {

    /// @return the latest version
    Optional<Canvas> find(CanvasId id, UserId owner);
}
