package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.in.EditCanvas;
import dev.atelier.application.port.in.EditCanvas.Command;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `PATCH /canvases/{id}`: changes by the owner's hand. Answers with the canvas as it is after
/// them.
public record EditCanvasHandler(EditCanvas editCanvas, CanvasQueries queries) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var owner = Exchange.of(request).caller().user();
        var id = CanvasPath.id(request);
        var in = RequestJson.required(request);
        var body = EditBody.read(in);

        var command = new Command(id, owner, body.version(), body.edits());
        var edited = in.findings().check("edits", () -> editCanvas.edit(command));
        in.findings().requireNone();
        var stored = queries.canvas(id, owner, edited.orElseThrow().version());

        Answer.json(request, response, CanvasView.of(stored));
    }
}
