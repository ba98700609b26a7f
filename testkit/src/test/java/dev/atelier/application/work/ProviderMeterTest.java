package dev.atelier.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.atelier.application.port.in.WorkDone.Calls;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.job.Spending;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

class ProviderMeterTest {

    private static final Usage SOME = new Usage(100, 10);

    private final ProviderMeter meter = new ProviderMeter();

    @Test
    void has_seen_nothing_at_first() {
        meter.asked(null);

        assertThat(meter.read()).isEmpty();
    }

    @Test
    void tells_providers_and_models_apart() {
        ask("openai", "b", "0.5");
        ask("openai", "a", null);
        ask("openai", "b", "0.25");
        meter.asked(new GeneratedBy("offline", null, null));

        assertThat(meter.read())
                .extracting(Calls::provider, Calls::model, Calls::spent)
                .containsExactly(
                        tuple("offline", null, Spending.NONE),
                        tuple("openai", "a", new Spending(100, 10, BigDecimal.ZERO, 0, 1)),
                        tuple("openai", "b", new Spending(200, 20, new BigDecimal("0.75"), 2, 0)));
    }

    @Test
    void counts_every_call_of_an_attempt() {
        var failed = call("openai", "a", null, null, Duration.ofMillis(30));
        var worked = call("anthropic", "c", Duration.ofMillis(5), null, Duration.ofMillis(40));

        meter.asked(new GeneratedBy(List.of(failed, worked)));

        assertThat(meter.read())
                .extracting(
                        Calls::provider,
                        calls -> calls.times().whole().count(),
                        calls -> calls.times().firstToken().count())
                .containsExactly(tuple("anthropic", 1L, 1L), tuple("openai", 1L, 0L));
    }

    @Test
    void a_time_is_counted_under_every_bound_that_it_does_not_exceed() {
        for (var millis : new long[] {10, 11, 81_920, 81_921}) {
            var took = Duration.ofMillis(millis);
            meter.asked(new GeneratedBy(List.of(call("openai", "a", null, null, took))));
        }

        var timings = meter.read().getFirst().times().whole();

        assertThat(timings.bounds()).hasSize(14).startsWith(0.01).endsWith(81.92);
        assertThat(timings.upTo()).startsWith(1L, 2L, 2L).endsWith(2L, 3L, 4L).hasSize(15);
        assertThat(timings.count()).isEqualTo(4);
        assertThat(timings.sum()).isCloseTo(163.862, within(1e-9));
    }

    @Test
    void tells_answers_from_failures_and_measures_tokens_and_pieces() {
        var worked =
                new ProviderCall(
                        "openai", "a", SOME, null, null, null, null, Duration.ofMillis(20));
        meter.asked(new GeneratedBy(List.of(worked.failed("overloaded"), worked)));

        var calls = meter.read().getFirst();

        assertThat(calls.answered()).isEqualTo(1);
        assertThat(calls.failed()).isEqualTo(1);
        assertThat(calls.tokens().input().sum()).isEqualTo(200);
        assertThat(calls.tokens().output().upTo()).startsWith(0L, 0L, 2L);
        assertThat(calls.times().perChunk().upTo()).startsWith(0L, 2L);
    }

    @Test
    void tells_only_so_many_models_apart_and_loses_none() {
        for (int n = 0; n < 3 * ProviderMeter.MAX_MODELS; n++) {
            ask("openai", "model-" + n, "0.01");
        }
        ask("openai", "model-0", "0.01");

        var calls = meter.read();

        assertThat(calls).hasSize(ProviderMeter.MAX_MODELS + 1);
        assertThat(calls).extracting(Calls::provider).contains("other");
        assertThat(calls.stream().map(Calls::spent).reduce(Spending.NONE, Spending::plus).cost())
                .isEqualByComparingTo("1.51");
    }

    @Test
    void a_name_that_is_none_is_not_told() {
        ask("openai", "x".repeat(ProviderMeter.MAX_NAME + 1), "0.01");

        assertThat(meter.read())
                .extracting(Calls::provider, Calls::model)
                .containsExactly(tuple("other", "other"));
    }

    @Test
    void counts_from_many_threads_at_once() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 100; n++) {
                var model = "model-" + n % 60;
                threads.execute(() -> ask("openai", model, "0.01"));
            }
        }

        var calls = meter.read();
        assertThat(calls).hasSizeLessThanOrEqualTo(ProviderMeter.MAX_MODELS + 1);
        assertThat(
                        calls.stream()
                                .map(Calls::spent)
                                .reduce(Spending.NONE, Spending::plus)
                                .inputTokens())
                .isEqualTo(10_000);
    }

    private void ask(String provider, String model, @Nullable String cost) {
        var calls = new ArrayList<ProviderCall>();
        calls.add(call(provider, model, null, cost, Duration.ofMillis(1)));
        meter.asked(new GeneratedBy(calls));
    }

    private static ProviderCall call(
            String provider,
            String model,
            @Nullable Duration firstToken,
            @Nullable String cost,
            Duration took) {
        var dollars = cost == null ? null : new BigDecimal(cost);
        return new ProviderCall(provider, model, SOME, dollars, firstToken, took, null);
    }
}
