package dev.atelier.application.port.in;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

/// Goes back to an older version of a canvas, by a new one that shows what the older one did.
public interface RestoreCanvas {

    /// @return the next version
    /// @throws CanvasNotFound if the user has no such canvas, or it has no such version
    /// @throws CanvasChanged if the version is not the latest
    Canvas restore(Command command);

    /// @param version what the owner saw
    /// @param older the version to go back to
    record Command(CanvasId id, UserId owner, int version, int older) {

        public Command {
            if (older >= version) {
                throw new InvalidValue("must be older than version");
            }
        }
    }
}
