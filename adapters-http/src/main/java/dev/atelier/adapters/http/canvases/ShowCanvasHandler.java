package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.Json;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.out.CanvasExports.Document;
import dev.atelier.application.port.out.CanvasExports.Format;
import dev.atelier.domain.canvas.CanvasId;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;

/// `GET /canvases/{id}`: a canvas as JSON, or as a document for other programs.
public record ShowCanvasHandler(CanvasQueries queries) implements Handler {

    private static final Header NO_CACHE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, no-cache");
    private static final Header VARY =
            HeaderValues.createCached(HeaderNames.VARY, "Accept, Authorization, Origin");

    /// An SVG is a page of its own: opened in a browser, it must not run or load anything.
    private static final Header NO_SCRIPT =
            HeaderValues.createCached(
                    HeaderNames.create("Content-Security-Policy"),
                    "default-src 'none'; style-src 'unsafe-inline'");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var exchange = Exchange.of(request);
        exchange.addToAnswer(VARY);
        var owner = exchange.caller().user();
        var id = CanvasPath.id(request);
        var wanted = CanvasQuery.read(request);

        var format = wanted.format();
        if (format == null) {
            var stored = queries.canvas(id, owner, wanted.version());
            var body = Json.bytes(CanvasView.of(stored));
            response.header(NO_CACHE);
            Answer.unlessKnown(request, response, Answer.JSON, body);
        } else {
            var document = queries.export(id, owner, wanted.version(), format);
            answer(request, response, id, format, document);
        }
    }

    private static void answer(
            ServerRequest request,
            ServerResponse response,
            CanvasId id,
            Format format,
            Document document) {
        var file = id.value() + "." + document.extension();
        response.header(NO_CACHE)
                .header(HeaderNames.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"");
        if (format == Format.SVG) {
            response.header(NO_SCRIPT);
        }
        var body = document.text().getBytes(StandardCharsets.UTF_8);
        Answer.unlessKnown(request, response, document.mediaType(), body);
    }
}
