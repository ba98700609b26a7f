package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.JobQueries;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /job/{id}/history`: what has happened to a job of the caller's.
public record ShowHistoryHandler(JobQueries queries) implements Handler {

    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var owner = Exchange.of(request).caller().user();

        var events = queries.history(JobPath.id(request), owner);

        response.header(NO_STORE);
        Answer.json(request, response, HistoryView.of(events));
    }
}
