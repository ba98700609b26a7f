package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a job's attempts took, as its owner sees it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobUsageTest {

    private static final ProviderCall BUSY =
            new ProviderCall(
                    "openai", "gpt-9", null, null, null, Duration.ofMillis(250), "It is busy");
    private static final ProviderCall ANSWERED =
            new ProviderCall(
                    "anthropic",
                    "claude-9",
                    new Usage(1200, 340),
                    new BigDecimal("0.0086000000"),
                    Duration.ofMillis(420),
                    Duration.ofSeconds(3),
                    null);
    private static final ProviderCall UNPRICED =
            new ProviderCall("openai", "gpt-99", new Usage(10, 1), null, null, null, null);

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_call_of_an_attempt_is_told() {
        var attempt = show(new GeneratedBy(List.of(BUSY, ANSWERED))).path("attempts").get(0);

        assertThat(attempt.path("calls").get(0))
                .hasToString(
                        "{\"provider\":\"openai\",\"model\":\"gpt-9\",\"input_tokens\":null,"
                                + "\"output_tokens\":null,\"cost_usd\":null,"
                                + "\"time_to_first_token_seconds\":null,"
                                + "\"duration_seconds\":0.25,\"error\":\"It is busy\"}");
        assertThat(attempt.path("calls").get(1))
                .hasToString(
                        "{\"provider\":\"anthropic\",\"model\":\"claude-9\",\"input_tokens\":1200,"
                                + "\"output_tokens\":340,\"cost_usd\":0.0086,"
                                + "\"time_to_first_token_seconds\":0.42,"
                                + "\"duration_seconds\":3.0,\"error\":null}");
        assertThat(attempt.path("calls")).hasSize(2);
    }

    @Test
    void an_attempt_tells_what_its_calls_took_together() {
        var attempt = show(new GeneratedBy(List.of(BUSY, ANSWERED))).path("attempts").get(0);

        assertThat(attempt.path("provider").asText()).isEqualTo("anthropic");
        assertThat(attempt.path("model").asText()).isEqualTo("claude-9");
        assertThat(attempt.path("input_tokens").asLong()).isEqualTo(1200);
        assertThat(attempt.path("output_tokens").asLong()).isEqualTo(340);
        assertThat(attempt.path("cost_usd").decimalValue()).isEqualByComparingTo("0.0086");
        assertThat(attempt.path("time_to_first_token_seconds").asDouble()).isEqualTo(0.42);
        assertThat(attempt.path("duration_seconds").asDouble()).isEqualTo(3.25);
    }

    @Test
    void a_job_tells_what_all_its_attempts_took() {
        var usage =
                show(new GeneratedBy(List.of(BUSY)), null, new GeneratedBy(List.of(ANSWERED)))
                        .path("usage");

        assertThat(usage)
                .hasToString("{\"input_tokens\":1200,\"output_tokens\":340,\"cost_usd\":0.0086}");
    }

    @Test
    void one_call_without_a_price_leaves_the_cost_of_the_whole_unknown() {
        var shown = show(new GeneratedBy(List.of(ANSWERED)), new GeneratedBy(List.of(UNPRICED)));

        assertThat(shown.path("usage"))
                .hasToString("{\"input_tokens\":1210,\"output_tokens\":341,\"cost_usd\":null}");
        assertThat(shown.path("attempts").get(0).path("cost_usd").isNumber()).isTrue();
        assertThat(shown.path("attempts").get(1).path("cost_usd").isNull()).isTrue();
    }

    @Test
    void where_nothing_was_counted_there_is_no_usage() {
        assertThat(show(new GeneratedBy(List.of(BUSY))).path("usage").isNull()).isTrue();
        var shown = show((GeneratedBy) null);

        assertThat(shown.path("usage").isNull()).isTrue();
        assertThat(shown.path("attempts").get(0).path("calls")).isEmpty();
        assertThat(shown.path("attempts").get(0).path("input_tokens").isNull()).isTrue();
        assertThat(shown.path("attempts").get(0).path("duration_seconds").isNull()).isTrue();
    }

    private JsonNode show(@Nullable GeneratedBy... bys) {
        var attempts = new ArrayList<Attempt>();
        for (var by : bys) {
            attempts.add(new Attempt(attempts.size() + 1, Jobs.NOON, Jobs.NOON, by, null));
        }
        var details = new JobDetails(Jobs.aCompletedJob(), null, null, attempts);
        var id = server.application.add(details).id();
        return server.get("/job/" + id + "/status", alice).json().path("job");
    }
}
