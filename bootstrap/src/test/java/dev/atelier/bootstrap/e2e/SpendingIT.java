package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;

/// Who wants nothing more pays for nothing more: the model's server sees the socket close, and
/// sends no token after that.
final class SpendingIT {

    private final SlowModel model = new SlowModel(60_000);

    @TempDir Path home;

    private Node node;
    private Client user;

    @BeforeEach
    void start() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATA_DIR", home.toString());
        settings.put("MAX_JOB_RETRIES", "0");
        node = Node.start(settings);
        user = node.client().as("user");
    }

    @AfterEach
    void stop() {
        node.close();
        model.close();
    }

    @Test
    void a_cancel_ends_the_spending_within_a_second() {
        var id = user.submit("a -> b");
        awaitTokens();
        var spent = model.tokens();

        assertThat(user.post("/job/" + id + "/cancel", "").status()).isEqualTo(200);

        requireSilence(spent);
        assertThat(user.status(id)).isEqualTo("cancelled");
    }

    /// The deadline leaves a node that has just started the time to begin at all.
    @Test
    void the_deadline_ends_the_spending_within_a_second() {
        var answer =
                user.post(
                        "/create-canvas",
                        "{\"instructions\": \"a -> b\", \"timeout_seconds\": 10}");
        var id = answer.body().path("job_id").asText();
        awaitTokens();

        Eventually.equal("failed", () -> user.status(id));

        requireSilence(model.tokens());
        assertThat(user.job(id).path("error_message").asText()).contains("10 seconds");
        var asked = user.job(id).at("/attempts/0/calls/0");
        assertThat(asked.path("provider").asText()).isEqualTo("openai");
        assertThat(asked.path("model").asText()).isEqualTo("slow");
        assertThat(asked.path("error").asText()).contains("10 seconds");
    }

    @Test
    void an_orderly_stop_ends_the_spending_within_a_second() {
        user.submit("a -> b");
        awaitTokens();
        var spent = model.tokens();

        node.terminate();

        requireSilence(spent);
        node.awaitExit();
    }

    private void awaitTokens() {
        Eventually.equal(true, () -> model.tokens() > 3);
    }

    private void requireSilence(int spent) {
        Eventually.equal(0, model::listening);
        assertThat(model.tokens() - spent).isLessThan(SlowModel.TOKENS_OF_A_SECOND);
    }
}
