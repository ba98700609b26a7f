package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.MoveManyJobs.Command;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /admin/jobs/retry`: many failed or cancelled jobs, queued again.
public record RetryJobsHandler(MoveManyJobs moveMany) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var by = Exchange.of(request).caller().user();
        var body = MoveManyBody.read(RequestJson.required(request), MoveManyJobs.RETRIABLE);

        var outcome = moveMany.retry(new Command(by, body.which(), body.limit()));

        Answer.json(request, response, MovedView.of(outcome));
    }
}
