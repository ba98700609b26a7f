package dev.atelier.application.canvas;

import dev.atelier.application.port.in.CanvasChanged;
import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.EditCanvas;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.domain.canvas.Canvas;

/// [EditCanvas] on a [CanvasStore].
public final class EditCanvasService implements EditCanvas {

    private final CanvasStore store;

    public EditCanvasService(CanvasStore store) {
        this.store = store;
    }

    @Override
    public Canvas edit(Command command) {
        var latest = latest(command);
        if (latest.version() != command.version()) {
            throw new CanvasChanged(command.id(), latest.version());
        }
        var next = latest.edited(command.edits());
        try {
            store.save(next);
        } catch (StaleCanvas overtaken) {
            throw new CanvasChanged(command.id(), latest(command).version());
        }
        return next;
    }

    private Canvas latest(Command command) {
        return store.find(command.id(), command.owner())
                .orElseThrow(() -> new CanvasNotFound(command.id()));
    }
}
