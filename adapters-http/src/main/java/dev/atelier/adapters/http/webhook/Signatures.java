package dev.atelier.adapters.http.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

import dev.atelier.adapters.http.security.OwnersFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Signs with every secret, so that a receiver may know any of them.
final class Signatures {

    private final List<Webhook> signers;

    private Signatures(List<SigningSecret> secrets) {
        this.signers = secrets.stream().map(secret -> new Webhook(secret.key())).toList();
    }

    /// @throws IllegalStateException if the kept secret is none
    static Signatures by(WebhookSecrets secrets) {
        return switch (secrets) {
            case WebhookSecrets.None _ -> new Signatures(List.of());
            case WebhookSecrets.Given(var given) -> new Signatures(given);
            case WebhookSecrets.Kept(var file) -> new Signatures(List.of(kept(file)));
        };
    }

    boolean none() {
        return signers.isEmpty();
    }

    /// The value of `webhook-signature`.
    ///
    /// @param timestamp of the attempt, in seconds since 1970
    String sign(String id, long timestamp, String body) {
        return signers.stream()
                .map(signer -> sign(signer, id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private static String sign(Webhook signer, String id, long timestamp, String body) {
        try {
            return signer.sign(id, timestamp, body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is missing", impossible);
        }
    }

    private static SigningSecret kept(Path file) {
        var made = SigningSecret.random().value().getBytes(StandardCharsets.US_ASCII);
        var kept = new String(OwnersFile.read(file, made), StandardCharsets.US_ASCII);
        try {
            return new SigningSecret(kept.strip());
        } catch (IllegalArgumentException none) {
            throw new IllegalStateException(
                    file + " is not a webhook secret: delete it, and a new one is made");
        }
    }
}
