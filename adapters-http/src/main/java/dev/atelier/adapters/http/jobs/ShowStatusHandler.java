package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.Json;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.WebhookQueries;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Completed;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;

/// `GET /job/{id}/status`. A poll that would tell nothing new is a 304.
public record ShowStatusHandler(JobQueries queries, WebhookQueries webhooks, InstantSource clock)
        implements Handler {

    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();
        var details = queries.details(JobPath.id(request), caller.user());
        var view = JobView.of(details, result(details), webhook(details.job()));
        var body = Json.bytes(new StatusView(true, view));

        response.header(NO_STORE);
        if (!details.job().state().isFinal()) {
            var wait = PollAdvice.secondsToWait(details, clock.instant());
            response.header(HeaderNames.RETRY_AFTER, String.valueOf(wait));
        }
        Answer.unlessKnown(request, response, Answer.JSON, body);
    }

    private @Nullable EndedJob result(JobDetails details) {
        var job = details.job();
        return job.state() instanceof Completed
                ? EndedJob.of(queries.result(job.id(), job.owner()))
                : null;
    }

    private @Nullable WebhookView webhook(AIJob job) {
        if (job.terms().webhook() == null) {
            return null;
        }
        return job.state().isFinal()
                ? WebhookView.of(webhooks.deliveries(job.id(), job.owner()))
                : WebhookView.WAITING;
    }

    record StatusView(boolean success, JobView job) {}
}
