package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.RedeliverWebhook;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /job/{id}/webhooks/redeliver`: the last message is sent again.
public record RedeliverWebhookHandler(RedeliverWebhook redeliver) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        redeliver.redeliver(JobPath.id(request), caller.user());

        response.status(Status.ACCEPTED_202);
        Answer.json(request, response, new DoneView(true, "Webhook will be sent again"));
    }
}
