package dev.atelier.application.canvas;

import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.DeleteCanvas;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

/// [DeleteCanvas] on a [CanvasStore].
public final class DeleteCanvasService implements DeleteCanvas {

    private final CanvasStore store;

    public DeleteCanvasService(CanvasStore store) {
        this.store = store;
    }

    @Override
    public void delete(CanvasId id, UserId owner) {
        if (!store.delete(id, owner)) {
            throw new CanvasNotFound(id);
        }
    }
}
