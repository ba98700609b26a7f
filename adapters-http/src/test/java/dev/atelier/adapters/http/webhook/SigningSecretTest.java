package dev.atelier.adapters.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SigningSecretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_c2hvcnQ=",
                "QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD",
                "whsec_not-base-64!not-base-64!not-base-64!"
            })
    void what_is_no_secret_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> new SigningSecret(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be whsec_")
                .message()
                .doesNotContain("c2hvcnQ", "not-base");
    }

    @Test
    void a_secret_is_never_printed() {
        var secret = SigningSecret.random();

        assertThat(new WebhookSecrets.Given(List.of(secret)).toString())
                .doesNotContain(secret.value());
    }

    @Test
    void a_kept_secret_outlives_a_restart(@TempDir Path files) {
        var kept = new WebhookSecrets.Kept(files.resolve("deep").resolve("webhook-secret"));

        var first = Signatures.by(kept).sign("msg_1", 1, "{}");

        assertThat(Signatures.by(kept).sign("msg_1", 1, "{}")).isEqualTo(first);
        assertThat(kept.file()).content().startsWith("whsec_");
    }

    @Test
    void a_kept_secret_that_is_none_stops_the_start(@TempDir Path files) throws IOException {
        var file = Files.writeString(files.resolve("webhook-secret"), "whsec_c2hvcnQ=");

        assertThatThrownBy(() -> Signatures.by(new WebhookSecrets.Kept(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .message()
                .doesNotContain("c2hvcnQ");
    }
}
