package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.jobs.HistoryView;
import dev.atelier.adapters.http.jobs.JobPath;
import dev.atelier.application.port.in.Supervision;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /admin/job/{id}/history`: what has happened to a job of anybody.
public record ShowAnyHistoryHandler(Supervision supervision) implements Handler {

    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var events = supervision.history(JobPath.id(request));

        response.header(NO_STORE);
        Answer.json(request, response, HistoryView.of(events));
    }
}
