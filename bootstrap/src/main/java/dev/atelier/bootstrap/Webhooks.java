package dev.atelier.bootstrap;

import dev.atelier.adapters.http.webhook.SigningSecret;
import dev.atelier.adapters.http.webhook.WebhookSecrets;
import dev.atelier.adapters.http.webhook.WebhookSettings;

import java.nio.file.Path;

/// Reads what webhooks are signed with, and whom they may call.
final class Webhooks {

    private Webhooks() {}

    /// @throws WrongSetting if production would call addresses of its own network, or a secret is
    ///   none; it is not repeated
    static WebhookSettings read(Environment env, boolean production, Path dataDirectory) {
        var allowPrivate = env.flag("WEBHOOK_ALLOW_PRIVATE");
        if (production && allowPrivate) {
            throw new WrongSetting(
                    "WEBHOOK_ALLOW_PRIVATE must not be true with APP_ENV=production: "
                            + "anybody could have this network called");
        }
        return new WebhookSettings(secrets(env, production, dataDirectory), allowPrivate);
    }

    private static WebhookSecrets secrets(Environment env, boolean production, Path dataDirectory) {
        var given = env.list("WEBHOOK_SECRET");
        if (!given.isEmpty()) {
            return new WebhookSecrets.Given(given.stream().map(Webhooks::secret).toList());
        }
        return production
                ? new WebhookSecrets.None()
                : new WebhookSecrets.Kept(dataDirectory.resolve("webhook-secret"));
    }

    private static SigningSecret secret(String value) {
        try {
            return new SigningSecret(value);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting("WEBHOOK_SECRET " + wrong.getMessage());
        }
    }
}
