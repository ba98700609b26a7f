package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.in.CanvasQueries.Page;
import dev.atelier.application.port.in.CanvasQueries.Summary;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// `GET /canvases`: a page of the caller's canvases.
public record ListCanvasesHandler(CanvasQueries queries) implements Handler {

    private static final int USUAL_LIMIT = 50;

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();
        var query = Parameters.of(request);
        var limit = query.one("limit", text -> Parameters.between(1, 100, text));
        var after = query.one("cursor", Cursor::parse);
        query.done();

        var page = queries.page(caller.user(), after.orElse(null), limit.orElse(USUAL_LIMIT));

        Answer.json(request, response, PageView.of(page));
    }

    record PageView(boolean success, List<SummaryView> canvases, @Nullable String nextCursor) {

        static PageView of(Page page) {
            var next = page.next();
            return new PageView(
                    true,
                    page.canvases().stream().map(SummaryView::of).toList(),
                    next == null ? null : Cursor.of(next));
        }
    }

    record SummaryView(
            String id,
            String title,
            int version,
            @Nullable String kind,
            int objectCount,
            Instant createdAt,
            Instant updatedAt) {

        static SummaryView of(Summary canvas) {
            return new SummaryView(
                    canvas.place().id().value(),
                    canvas.title(),
                    canvas.version(),
                    KindWord.of(canvas.kind()),
                    canvas.objects(),
                    canvas.place().begunAt(),
                    canvas.savedAt());
        }
    }
}
