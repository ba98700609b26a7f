package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.in.WorkDone.Calls;
import dev.atelier.application.port.in.WorkDone.Timings;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What this node has done, as counters and histograms. Those of the GenAI conventions have the
/// names that OpenTelemetry gives them.
final class WorkMetrics {

    private static final String TOKENS = "aijobs_provider_tokens_total";
    private static final String COST = "aijobs_cost_usd_total";
    private static final String UNPRICED = "aijobs_unpriced_calls_total";
    private static final String ATTEMPTS = "aijobs_attempts_total";

    private WorkMetrics() {}

    static void write(PrometheusText text, WorkDone done) {
        text.family(ATTEMPTS, "counter", "Attempts of this node, by what became of the job.");
        done.attempts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        outcome ->
                                text.sample(
                                        ATTEMPTS,
                                        PrometheusText.label("outcome", outcome.getKey()),
                                        (double) outcome.getValue()));
        writeSpending(text, done.calls());
        writeTimes(
                text,
                "gen_ai_client_operation_duration_seconds",
                "How long calls of providers took.",
                done.calls(),
                Calls::duration);
        writeTimes(
                text,
                "gen_ai_client_operation_time_to_first_chunk_seconds",
                "How long the first word of an answer took.",
                done.calls(),
                Calls::firstToken);
    }

    private static void writeSpending(PrometheusText text, List<Calls> all) {
        text.family(TOKENS, "counter", "Tokens that providers counted.");
        for (var calls : all) {
            var source = source("provider", "model", calls);
            var spent = calls.spent();
            text.sample(TOKENS, source + ",kind=\"input\"", (double) spent.inputTokens());
            text.sample(TOKENS, source + ",kind=\"output\"", (double) spent.outputTokens());
        }
        text.family(COST, "counter", "US dollars of the calls whose price is known.");
        for (var calls : all) {
            var cost = calls.spent().cost();
            if (cost != null) {
                text.sample(COST, source("provider", "model", calls), cost.doubleValue());
            }
        }
        text.family(UNPRICED, "counter", "Calls that counted tokens and have no known price.");
        for (var calls : all) {
            var unpriced = (double) calls.spent().unpricedCalls();
            text.sample(UNPRICED, source("provider", "model", calls), unpriced);
        }
    }

    private static void writeTimes(
            PrometheusText text,
            String name,
            String help,
            List<Calls> all,
            Function<Calls, Timings> times) {
        text.family(name, "histogram", help);
        for (var calls : all) {
            var timings = times.apply(calls);
            if (timings.count() > 0) {
                var source = source("gen_ai_provider_name", "gen_ai_request_model", calls);
                text.histogram(name, source, Timings.BOUNDS, timings.upTo(), timings.sum());
            }
        }
    }

    private static String source(String provider, String model, Calls calls) {
        return PrometheusText.label(provider, calls.provider())
                + ","
                + PrometheusText.label(model, orEmpty(calls.model()));
    }

    private static String orEmpty(@Nullable String model) {
        return model == null ? "" : model;
    }
}
