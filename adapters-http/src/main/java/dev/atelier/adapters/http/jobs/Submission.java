package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.application.log.JobLines;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.in.SubmitJob.Receipt;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.InstantSource;

/// What all ways of asking for work have in common: the command they read, and the 202.
public record Submission(
        Work work, SubmitJob submitJob, SubmissionRules rules, InstantSource clock) {

    /// What is asked for.
    public enum Work {
        CREATE_CANVAS,
        MODIFY_CANVAS
    }

    private static final Header REPLAYED = HeaderValues.createCached("Idempotent-Replayed", "true");

    Receipt submit(ServerRequest request) {
        var receipt = submitJob.submit(command(request));
        Exchange.of(request).concerns(receipt.job().id());
        JobLines.onTrace(receipt.job().terms().traceparent());
        return receipt;
    }

    void markReplay(Receipt receipt, ServerResponse response) {
        if (receipt.replayed()) {
            response.header(REPLAYED);
        }
    }

    void accepted(ServerRequest request, ServerResponse response, Receipt receipt) {
        response.status(Status.ACCEPTED_202)
                .header(HeaderNames.LOCATION, JobPath.status(receipt.job().id()));
        Answer.json(request, response, AcceptedView.of(receipt.job()));
    }

    private Command command(ServerRequest request) {
        var in = RequestJson.required(request);
        var key = SubmitHeaders.idempotencyKey(request, in.findings());
        var body =
                SubmitJobBody.read(
                        in, work, clock.instant(), rules, SubmitHeaders.traceparent(request));
        var owner = Exchange.of(request).caller().user();
        return new Command(owner, body.request(), body.terms(), key.orElse(null));
    }
}
