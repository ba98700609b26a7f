package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.application.port.in.SteerWork;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /admin/resume`: what it names is begun again.
public record ResumeWorkHandler(SteerWork steer) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var by = Exchange.of(request).caller().user();
        var body = PauseBody.toResume(RequestJson.required(request));

        steer.resume(by, body.provider());

        Answer.json(request, response, PausesView.of(steer.pauses()));
    }
}
