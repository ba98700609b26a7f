package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.application.port.in.SubmitJob.Receipt;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;

/// `POST /create-canvas` and `POST /modify-canvas`: accepts the job, and waits for its end if the
/// client prefers that.
public record SubmitJobHandler(Submission submission, HeldAnswers answers) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        var receipt = submission.submit(request);
        submission.markReplay(receipt, response);

        var wait = SubmitHeaders.preferredWait(request);
        if (wait.isPresent()) {
            answerWithin(wait.get(), receipt, request, response);
        } else {
            submission.accepted(request, response, receipt);
        }
    }

    private void answerWithin(
            Duration patience, Receipt receipt, ServerRequest request, ServerResponse response)
            throws InterruptedException {
        response.header(HeaderValues.create("Preference-Applied", "wait=" + patience.toSeconds()));
        answers.hold(receipt.job(), patience)
                .ifPresentOrElse(
                        ended -> Answer.json(request, response, ResultView.of(ended)),
                        () -> submission.accepted(request, response, receipt));
    }
}
