package dev.atelier.application.canvas;

import dev.atelier.application.port.in.CanvasChanged;
import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.in.RestoreCanvas;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.domain.canvas.Canvas;

import org.jspecify.annotations.Nullable;

/// [RestoreCanvas] on a [CanvasStore].
public final class RestoreCanvasService implements RestoreCanvas {

    private final CanvasStore store;

    public RestoreCanvasService(CanvasStore store) {
        this.store = store;
    }

    @Override
    public Canvas restore(Command command) {
        var latest = version(command, null);
        if (latest.version() != command.version()) {
            throw new CanvasChanged(command.id(), latest.version());
        }
        var next = latest.restored(version(command, command.older()));
        try {
            store.save(next);
        } catch (StaleCanvas overtaken) {
            throw new CanvasChanged(command.id(), version(command, null).version());
        }
        return next;
    }

    /// @param version null for the latest
    private Canvas version(Command command, @Nullable Integer version) {
        return store.find(command.id(), command.owner(), version)
                .map(Stored::canvas)
                .orElseThrow(() -> new CanvasNotFound(command.id()));
    }
}
