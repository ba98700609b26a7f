package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.Forbidden;
import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.adapters.http.security.Caller;
import dev.atelier.application.port.in.DeleteJobs;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;

/// `POST /jobs/cleanup`: the caller's own ended jobs, or everybody's for an administrator.
///
/// @param usualAge how long ago a job must have ended if the body does not say
public record CleanUpJobsHandler(DeleteJobs deleteJobs, Duration usualAge) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();
        var body = CleanUpBody.read(RequestJson.optional(request), usualAge);

        var deleted = body.everybodys() ? ofAll(caller, body.age()) : own(caller, body.age());

        Answer.json(request, response, new DeletedView(true, deleted));
    }

    private int own(Caller caller, Duration age) {
        return deleteJobs.cleanUp(caller.user(), age);
    }

    private int ofAll(Caller caller, Duration age) {
        if (!caller.admin()) {
            throw new Forbidden("Only an administrator may clean up everybody's jobs");
        }
        return deleteJobs.cleanUpAll(age);
    }

    record DeletedView(boolean success, int deleted) {}
}
