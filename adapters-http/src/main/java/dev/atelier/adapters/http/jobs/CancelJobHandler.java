package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.CancelJob;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /job/{id}/cancel`.
public record CancelJobHandler(CancelJob cancelJob) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        cancelJob.cancel(JobPath.id(request), caller.user());

        Answer.json(request, response, new DoneView(true, "Job cancelled successfully"));
    }
}
