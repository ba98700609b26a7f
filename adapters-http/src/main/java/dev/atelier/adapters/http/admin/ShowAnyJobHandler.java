package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.jobs.JobPath;
import dev.atelier.adapters.http.jobs.JobView;
import dev.atelier.application.port.in.Supervision;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `GET /admin/job/{id}`: a job of anybody, without what it drew.
public record ShowAnyJobHandler(Supervision supervision) implements Handler {

    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var details = supervision.job(JobPath.id(request));

        response.header(NO_STORE);
        Answer.json(request, response, new StatusView(true, JobView.of(details)));
    }

    record StatusView(boolean success, JobView job) {}
}
