package dev.atelier.application.canvas;

import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.out.CanvasExports;
import dev.atelier.application.port.out.CanvasExports.Document;
import dev.atelier.application.port.out.CanvasExports.Format;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

/// [CanvasQueries] on a [CanvasStore].
public final class CanvasQueriesService implements CanvasQueries {

    private final CanvasStore store;
    private final CanvasExports exports;

    public CanvasQueriesService(CanvasStore store, CanvasExports exports) {
        this.store = store;
        this.exports = exports;
    }

    @Override
    public Stored canvas(CanvasId id, UserId owner, @Nullable Integer version) {
        return store.find(id, owner, version).orElseThrow(() -> new CanvasNotFound(id));
    }

    @Override
    public Document export(CanvasId id, UserId owner, @Nullable Integer version, Format format) {
        return exports.export(canvas(id, owner, version).canvas(), format);
    }

    /// One more than asked for tells that there is a next page.
    @Override
    public Page page(UserId owner, @Nullable Place after, int limit) {
        var found = store.page(owner, after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var shown = found.subList(0, limit);
        return new Page(shown, shown.getLast().place());
    }
}
