package dev.atelier.adapters.http.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Turns the `Authorization` field of a request into its caller.
public final class Authentication {

    private static final Pattern BEARER =
            Pattern.compile("bearer +([A-Za-z0-9._~+/=-]+)", Pattern.CASE_INSENSITIVE);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MAX_JWKS_BYTES = 256 * 1024;

    private final TokenVerifier verifier;
    private final Optional<DevelopmentTokens> developmentTokens;

    private Authentication(TokenVerifier verifier, Optional<DevelopmentTokens> developmentTokens) {
        this.verifier = verifier;
        this.developmentTokens = developmentTokens;
    }

    public static Authentication by(TokenIssuer issuer, InstantSource clock) {
        return switch (issuer) {
            case TokenIssuer.Firebase(var project, var jwks, _) -> {
                var web = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_JWKS_BYTES);
                var firebase =
                        new FirebaseTokenVerifier(
                                new SigningKeys(jwks, web, clock),
                                new FirebaseClaims(project, clock));
                yield new Authentication(new VerifiedTokens(firebase, clock), Optional.empty());
            }
            case TokenIssuer.FirebaseEmulator(var project, _) ->
                    new Authentication(
                            new EmulatorTokenVerifier(new FirebaseClaims(project, clock)),
                            Optional.empty());
            case TokenIssuer.Development(var keyFile) -> {
                var tokens = new DevelopmentTokens(DevelopmentKey.in(keyFile), clock);
                yield new Authentication(tokens, Optional.of(tokens));
            }
        };
    }

    /// @throws Unauthenticated if the request has no token, or a bad one
    /// @throws KeysUnavailable if that cannot be told now
    public Caller callerOf(ServerRequest request) {
        return callerOf(bearerOf(request));
    }

    /// @throws Unauthenticated if the request has no token, or not one alone
    static String bearerOf(ServerRequest request) {
        var fields = request.headers().all(HeaderNames.AUTHORIZATION, List::of);
        if (fields.isEmpty()) {
            throw Unauthenticated.noToken();
        }
        var bearer = BEARER.matcher(fields.getFirst().strip());
        if (fields.size() > 1 || !bearer.matches()) {
            throw Unauthenticated.badToken("form");
        }
        return bearer.group(1);
    }

    /// @throws Unauthenticated if the token is a bad one, or empty
    /// @throws KeysUnavailable if that cannot be told now
    public Caller callerOf(String token) {
        if (token.isEmpty()) {
            throw Unauthenticated.noToken();
        }
        return verifier.verify(token).caller();
    }

    /// Present in development only.
    public Optional<DevelopmentTokens> developmentTokens() {
        return developmentTokens;
    }
}
