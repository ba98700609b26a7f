package dev.atelier.adapters.http.security;

/// Nobody knows who is asking. The message is safe to show and does not help to forge a token.
public final class Unauthenticated extends RuntimeException {

    private final String challenge;

    private Unauthenticated(String message, String challenge) {
        super(message);
        this.challenge = challenge;
    }

    static Unauthenticated noToken() {
        return new Unauthenticated("A bearer token is required", "Bearer");
    }

    static Unauthenticated badToken(String reason) {
        return new Unauthenticated(
                "The token is not valid: " + reason, "Bearer error=\"invalid_token\"");
    }

    /// The `WWW-Authenticate` field of the answer.
    public String challenge() {
        return challenge;
    }
}
