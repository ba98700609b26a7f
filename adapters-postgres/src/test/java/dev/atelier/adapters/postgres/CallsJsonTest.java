package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.retry.RetryDecision.RetryAt;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;

/// How calls stand in the log of events, and how they stood there once.
final class CallsJsonTest extends PostgresTest implements JobsContract {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "1E-7", "0.000000075", "12345678901234.000000001", "1E+3"})
    void money_is_read_as_it_was_written(String dollars) {
        var by = priced(new BigDecimal(dollars));

        var event = Json.object().set("calls", CallsJson.write(by));

        assertThat(CallsJson.read(Json.read(event.toString()))).isEqualTo(by);
    }

    @Test
    void money_is_stored_as_text_and_never_as_a_floating_number() {
        var by = priced(new BigDecimal("0.1"));

        assertThat(CallsJson.write(by).get(0).get("cost_usd").isTextual()).isTrue();
    }

    @Test
    void an_event_of_before_there_were_calls_is_still_read() {
        var event =
                """
                {"provider": "openai", "model": "gpt-9", "input_tokens": 7, "output_tokens": 9}
                """;

        assertThat(CallsJson.read(Json.read(event)))
                .isEqualTo(new GeneratedBy("openai", "gpt-9", new Usage(7, 9)));
        assertThat(CallsJson.read(Json.read("{\"provider\": \"offline\", \"model\": null}")))
                .isEqualTo(new GeneratedBy("offline", null, null));
        assertThat(CallsJson.read(Json.read("{\"message\": \"nobody was asked\"}"))).isNull();
    }

    @Test
    void a_call_without_a_provider_is_an_error() {
        assertThatThrownBy(() -> CallsJson.read(Json.read("{\"calls\": [{\"model\": \"m\"}]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("provider");
    }

    @Test
    void a_model_with_a_name_that_no_column_can_hold_does_not_keep_a_job_from_its_end() {
        var job = running(Jobs.ALICE, aLiveWorker());
        var by = new GeneratedBy("openai", "gpt\u0000-9\ud800", new Usage(1, 1));

        saved(job.attemptFailed(Jobs.OVERLOADED, new RetryAt(now()), by, now()));

        var details = jobs().catalogue().details(job.id(), Jobs.ALICE).orElseThrow();
        assertThat(details.attempts().getLast().by())
                .isEqualTo(new GeneratedBy("openai", "gpt-9", new Usage(1, 1)));
    }

    private static GeneratedBy priced(BigDecimal dollars) {
        var call = new ProviderCall("openai", "gpt-9", null, dollars, null, null, null);
        return new GeneratedBy(List.of(call));
    }
}
