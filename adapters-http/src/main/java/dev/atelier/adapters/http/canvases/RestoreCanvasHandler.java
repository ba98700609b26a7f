package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.in.RestoreCanvas;
import dev.atelier.application.port.in.RestoreCanvas.Command;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /canvases/{id}/restore`: an older version, made the latest again. Answers with it.
public record RestoreCanvasHandler(RestoreCanvas restoreCanvas, CanvasQueries queries)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var owner = Exchange.of(request).caller().user();
        var id = CanvasPath.id(request);
        var in = RequestJson.required(request);
        var body = RestoreBody.read(in);

        var command =
                in.findings()
                        .check(
                                "restore",
                                () -> new Command(id, owner, body.version(), body.restore()));
        in.findings().requireNone();
        var restored = restoreCanvas.restore(command.orElseThrow());
        var stored = queries.canvas(id, owner, restored.version());

        Answer.json(request, response, CanvasView.of(stored));
    }
}
