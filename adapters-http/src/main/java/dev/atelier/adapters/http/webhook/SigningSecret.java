package dev.atelier.adapters.http.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/// A key that messages are signed with: `whsec_` and 24 to 64 bytes in Base64 (Standard Webhooks,
/// "Signature scheme"). It is never printed.
public record SigningSecret(String value) {

    private static final String PREFIX = "whsec_";
    private static final int USUAL_BYTES = 32;

    /// @throws IllegalArgumentException if it is none; the message does not repeat it
    public SigningSecret {
        var bytes = value.startsWith(PREFIX) ? decoded(value) : new byte[0];
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException(
                    "must be whsec_ and 24 to 64 bytes in Base64, or a comma list of such");
        }
    }

    static SigningSecret random() {
        var bytes = new byte[USUAL_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    byte[] key() {
        return decoded(value);
    }

    private static byte[] decoded(String value) {
        try {
            return Base64.getDecoder().decode(value.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
