package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.domain.canvas.Instructions;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

/// `GET /config`: what a page must know before anybody has signed in.
public record ShowConfigHandler(TokenIssuer issuer) implements Handler {

    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        response.header(NO_STORE);
        Answer.json(
                request,
                response,
                new ConfigView(true, signIn(), new LimitsView(Instructions.MAX_LENGTH)));
    }

    private SignInView signIn() {
        return switch (issuer) {
            case TokenIssuer.Development _ -> new DevelopmentView("development");
            case TokenIssuer.Firebase(var project, _, var page) ->
                    new FirebaseView("firebase", project, page.apiKey(), page.authDomain());
            case TokenIssuer.FirebaseEmulator(var project, var host) ->
                    new EmulatorView("firebase_emulator", project, host);
        };
    }

    record ConfigView(boolean success, SignInView auth, LimitsView limits) {}

    record LimitsView(int maxInstructions) {}

    sealed interface SignInView {}

    record DevelopmentView(String kind) implements SignInView {}

    record FirebaseView(String kind, String projectId, @Nullable String apiKey, String authDomain)
            implements SignInView {}

    record EmulatorView(String kind, String projectId, String host) implements SignInView {}
}
