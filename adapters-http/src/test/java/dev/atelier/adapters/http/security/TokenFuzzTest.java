package dev.atelier.adapters.http.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Mangled;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A token proves who is asking or is refused, whatever is in it, by each of the three ways to
/// check one. Jazzer enters by [#fuzzerTestOneInput].
public final class TokenFuzzTest {

    private static final MutableClock CLOCK = MutableClock.atNoon();
    private static final SignedTokens OURS =
            new SignedTokens(new byte[32], "atelier", Duration.ofDays(1), CLOCK);

    private static final List<TokenVerifier> VERIFIERS =
            List.of(
                    OURS,
                    new EmulatorTokenVerifier(new FirebaseClaims("demo", CLOCK)),
                    new FirebaseTokenVerifier(
                            new SigningKeys(
                                    URI.create("http://127.0.0.1:1/keys"),
                                    _ -> {
                                        throw new java.io.IOException("out of reach");
                                    },
                                    CLOCK),
                            new FirebaseClaims("demo", CLOCK)));

    private static final List<String> TOKENS =
            List.of(
                    OURS.issue(new Caller(Jobs.ALICE, false)),
                    OURS.issue(new Caller(Jobs.BOB, true)),
                    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiYXVkIjoiZGVtbyIsImV4cCI6OTk5OTk5OTk5OX0.",
                    "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
                    "eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiYiJdLCJiNjQiOmZhbHNlfQ.W10.AA");

    public static void fuzzerTestOneInput(byte[] bytes) {
        var token = new String(bytes, ISO_8859_1);
        for (var verifier : VERIFIERS) {
            try {
                verifier.verify(token);
            } catch (Unauthenticated | KeysUnavailable refused) {
                // As it should be.
            }
        }
    }

    @Test
    void a_token_is_good_or_refused() {
        Mangled.feed(TokenFuzzTest.class, TOKENS, TokenFuzzTest::fuzzerTestOneInput);
    }
}
