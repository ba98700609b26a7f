package dev.atelier.adapters.http.webhook;

import java.nio.file.Path;
import java.util.List;

/// What messages are signed with.
public sealed interface WebhookSecrets {

    /// Nothing: webhooks are not set up.
    record None() implements WebhookSecrets {}

    /// These, each of them: several while receivers change from one to the next.
    record Given(List<SigningSecret> secrets) implements WebhookSecrets {

        public Given {
            secrets = List.copyOf(secrets);
        }
    }

    /// One that is made at the first start and kept in `file`: for development.
    record Kept(Path file) implements WebhookSecrets {}
}
