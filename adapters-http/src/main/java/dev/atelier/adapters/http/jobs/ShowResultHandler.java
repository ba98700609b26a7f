package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.JobQueries;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /job/{id}/result`: 409 while there is none.
public record ShowResultHandler(JobQueries queries) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        var result = queries.result(JobPath.id(request), caller.user());

        Answer.json(request, response, ResultView.of(EndedJob.of(result)));
    }
}
