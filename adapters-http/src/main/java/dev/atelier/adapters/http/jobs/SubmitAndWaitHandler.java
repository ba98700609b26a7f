package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;

/// `POST /create-canvas/sync`: for clients that cannot come back later.
public record SubmitAndWaitHandler(Submission submission, HeldAnswers answers, Duration patience)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        var receipt = submission.submit(request);
        submission.markReplay(receipt, response);

        answers.hold(receipt.job(), patience)
                .ifPresentOrElse(
                        ended -> Answer.json(request, response, CanvasView.of(ended)),
                        () -> submission.accepted(request, response, receipt));
    }
}
