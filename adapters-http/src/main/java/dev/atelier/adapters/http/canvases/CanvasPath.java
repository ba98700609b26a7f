package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.errors.NotFound;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasId;

import io.helidon.webserver.http.ServerRequest;

/// Which canvas a path names.
final class CanvasPath {

    private CanvasPath() {}

    /// @throws NotFound if this cannot be a canvas's id
    static CanvasId id(ServerRequest request) {
        try {
            return new CanvasId(request.path().pathParameters().get("id"));
        } catch (InvalidValue _) {
            throw NotFound.canvas();
        }
    }
}
