package dev.atelier.application.port.out;

import dev.atelier.application.port.in.CanvasQueries.Place;
import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.in.CanvasQueries.Summary;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Canvases as users keep them, every version. What a job draws is written with the job, by
/// [JobStore#save].
public interface CanvasStore {

    /// Cheaper than to find it.
    boolean exists(CanvasId id, UserId owner);

    /// @return the latest version
    Optional<Canvas> find(CanvasId id, UserId owner);

    /// @param version null for the latest
    Optional<Stored> find(CanvasId id, UserId owner, @Nullable Integer version);

    /// The latest begun first, at most `limit`.
    List<Summary> page(UserId owner, @Nullable Place after, int limit);

    /// Stores the next version of a canvas that is there.
    ///
    /// @throws StaleCanvas if the version before is not the latest, or is gone
    void save(Canvas next);

    /// Forgets all versions.
    ///
    /// @return false if there was none
    boolean delete(CanvasId id, UserId owner);

    /// Forgets all versions of all of the owner's canvases, in batches.
    ///
    /// @return how many canvases there were
    int deleteAll(UserId owner);
}
