package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.RetryJob;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /job/{id}/retry`.
public record RetryJobHandler(RetryJob retryJob) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        retryJob.retry(JobPath.id(request), caller.user());

        Answer.json(request, response, new DoneView(true, "Job retry started"));
    }
}
