package dev.atelier.adapters.http.security;

import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.time.InstantSource;

/// Issues and verifies tokens for development, signed with a secret of this machine.
public final class DevelopmentTokens implements TokenVerifier {

    public static final Duration VALID = Duration.ofHours(24);

    private final SignedTokens tokens;

    DevelopmentTokens(byte[] key, InstantSource clock) {
        this.tokens = new SignedTokens(key, "atelier-development", VALID, clock);
    }

    public String issue(Caller caller) {
        return tokens.issue(caller);
    }

    @Override
    public Verified verify(String token) {
        return tokens.verify(token);
    }

    /// The ready token that is printed at the start.
    public String issueForDeveloper() {
        return issue(new Caller(new UserId("dev"), false));
    }
}
