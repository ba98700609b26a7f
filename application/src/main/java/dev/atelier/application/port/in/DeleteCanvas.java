package dev.atelier.application.port.in;

import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

/// Forgets a canvas with all its versions. What jobs drew stays with the jobs.
public interface DeleteCanvas {

    /// @throws CanvasNotFound if the user has no such canvas
    void delete(CanvasId id, UserId owner);
}
