package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.JobQueries;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;

/// `POST /create-canvas/sync`: for clients that cannot come back later.
public record SubmitAndWaitHandler(
        Submission submission, AwaitJob awaitJob, JobQueries queries, Duration patience)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        var receipt = submission.submit(request);
        submission.markReplay(receipt, response);

        EndedJob.await(receipt.job(), patience, awaitJob, queries)
                .ifPresentOrElse(
                        ended -> Answer.json(request, response, CanvasView.of(ended)),
                        () -> submission.accepted(request, response, receipt));
    }
}
