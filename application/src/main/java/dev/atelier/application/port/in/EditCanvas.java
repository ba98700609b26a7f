package dev.atelier.application.port.in;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasEdit;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

import java.util.List;

/// Changes a canvas by its owner's hand: all of the edits, or none.
public interface EditCanvas {

    int MAX_EDITS = 500;

    /// @return the next version
    /// @throws CanvasNotFound if the user has no such canvas
    /// @throws CanvasChanged if the version is not the latest
    /// @throws InvalidValue if an edit names what is not there
    Canvas edit(Command command);

    /// @param version what the owner saw
    record Command(CanvasId id, UserId owner, int version, List<CanvasEdit> edits) {

        public Command {
            edits = List.copyOf(edits);
            if (edits.isEmpty() || edits.size() > MAX_EDITS) {
                throw new InvalidValue("must be 1 to 500 edits");
            }
        }
    }
}
