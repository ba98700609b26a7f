package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.DeleteCanvas;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `DELETE /canvases/{id}`.
public record DeleteCanvasHandler(DeleteCanvas deleteCanvas) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        deleteCanvas.delete(CanvasPath.id(request), caller.user());

        Answer.empty(request, response, Status.NO_CONTENT_204);
    }
}
