package dev.atelier.application.port.in;

import dev.atelier.application.port.out.CanvasExports.Document;
import dev.atelier.application.port.out.CanvasExports.Format;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// All reads of canvases. Each names the owner; a canvas of someone else is [CanvasNotFound].
public interface CanvasQueries {

    /// @param version null for the latest
    /// @throws CanvasNotFound also if there is no such version
    Stored canvas(CanvasId id, UserId owner, @Nullable Integer version);

    /// @param version null for the latest
    /// @throws CanvasNotFound also if there is no such version
    Document export(CanvasId id, UserId owner, @Nullable Integer version, Format format);

    /// The latest begun first.
    Page page(UserId owner, @Nullable Place after, int limit);

    /// @param savedAt when this version was written
    record Stored(Canvas canvas, Instant savedAt) {}

    /// Where in the list a canvas stands.
    record Place(Instant begunAt, CanvasId id) {}

    /// A canvas without its objects.
    ///
    /// @param kind null where it shows no single diagram
    record Summary(
            Place place,
            String title,
            int version,
            Diagram.@Nullable Kind kind,
            int objects,
            Instant savedAt) {}

    /// @param next where the next page starts, null on the last
    record Page(List<Summary> canvases, @Nullable Place next) {}
}
