package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.DeleteJobs;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `DELETE /job/{id}`.
public record DeleteJobHandler(DeleteJobs deleteJobs) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        deleteJobs.delete(JobPath.id(request), caller.user());

        Answer.empty(request, response, Status.NO_CONTENT_204);
    }
}
