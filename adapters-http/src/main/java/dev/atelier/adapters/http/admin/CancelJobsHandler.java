package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.MoveManyJobs.Command;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /admin/jobs/cancel`: many queued or running jobs, called off.
public record CancelJobsHandler(MoveManyJobs moveMany) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var by = Exchange.of(request).caller().user();
        var body = MoveManyBody.read(RequestJson.required(request), MoveManyJobs.CANCELLABLE);

        var outcome = moveMany.cancel(new Command(by, body.which(), body.limit()));

        Answer.json(request, response, MovedView.of(outcome));
    }
}
