package dev.atelier.adapters.http.service;

import static dev.atelier.adapters.http.observe.PrometheusText.label;

import dev.atelier.adapters.http.observe.PrometheusText;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.in.WorkDone.Calls;
import dev.atelier.application.port.out.Models.Model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// What this node has asked of providers. Names that begin with `gen_ai` are those of the GenAI
/// conventions of OpenTelemetry, as Prometheus writes them.
final class ProviderMetrics {

    private static final String PAUSED = "aijobs_provider_paused";
    private static final String CALLS = "aijobs_provider_calls_total";
    private static final String TOKENS = "aijobs_provider_tokens_total";
    private static final String COST = "aijobs_cost_usd_total";
    private static final String UNPRICED = "aijobs_unpriced_calls_total";
    private static final String OPERATION = "gen_ai_client_operation_";
    private static final String USAGE = "gen_ai_client_token_usage";

    private ProviderMetrics() {}

    static void write(PrometheusText text, List<Model> models, List<Calls> all) {
        text.family(PAUSED, "gauge", "Whether this node leaves a provider alone for now.");
        for (var model : models) {
            var source = source("provider", "model", model.provider(), model.model());
            text.sample(PAUSED, source, model.pausedUntil() == null ? 0 : 1);
        }
        writeCalls(text, all);
        writeSpending(text, all);
        var duration = OPERATION + "duration_seconds";
        text.family(duration, "histogram", "How long calls of providers took.");
        writeMeasured(text, duration, "", all, calls -> calls.times().whole());
        var first = OPERATION + "time_to_first_chunk_seconds";
        text.family(first, "histogram", "How long the first word of an answer took.");
        writeMeasured(text, first, "", all, calls -> calls.times().firstToken());
        var next = OPERATION + "time_per_output_chunk_seconds";
        text.family(
                next, "histogram", "From one piece of an answer to the next, the mean of a call.");
        writeMeasured(text, next, "", all, calls -> calls.times().perChunk());
        text.family(USAGE, "histogram", "Tokens of calls, where providers counted them.");
        writeMeasured(text, USAGE, "input", all, calls -> calls.tokens().input());
        writeMeasured(text, USAGE, "output", all, calls -> calls.tokens().output());
    }

    private static void writeCalls(PrometheusText text, List<Calls> all) {
        text.family(CALLS, "counter", "Calls of providers, by whether they brought something.");
        for (var calls : all) {
            var source = source(calls);
            text.sample(CALLS, source + ",outcome=\"answered\"", (double) calls.answered());
            text.sample(CALLS, source + ",outcome=\"failed\"", (double) calls.failed());
        }
    }

    private static void writeSpending(PrometheusText text, List<Calls> all) {
        text.family(TOKENS, "counter", "Tokens that providers counted.");
        for (var calls : all) {
            var spent = calls.spent();
            text.sample(TOKENS, source(calls) + ",kind=\"input\"", (double) spent.inputTokens());
            text.sample(TOKENS, source(calls) + ",kind=\"output\"", (double) spent.outputTokens());
        }
        text.family(COST, "counter", "US dollars of the calls whose price is known.");
        for (var calls : all) {
            var cost = calls.spent().cost();
            if (cost != null) {
                text.sample(COST, source(calls), cost.doubleValue());
            }
        }
        text.family(UNPRICED, "counter", "Calls that counted tokens and have no known price.");
        for (var calls : all) {
            text.sample(UNPRICED, source(calls), (double) calls.spent().unpricedCalls());
        }
    }

    /// @param tokens their type, or empty if it is no tokens that are counted
    private static void writeMeasured(
            PrometheusText text,
            String name,
            String tokens,
            List<Calls> all,
            Function<Calls, Distribution> measure) {
        for (var calls : all) {
            var measured = measure.apply(calls);
            if (measured.count() > 0) {
                var source =
                        source(
                                "gen_ai_provider_name",
                                "gen_ai_request_model",
                                calls.provider(),
                                calls.model());
                var type = tokens.isEmpty() ? "" : "," + label("gen_ai_token_type", tokens);
                text.histogram(name, source + type, measured);
            }
        }
    }

    private static String source(Calls calls) {
        return source("provider", "model", calls.provider(), calls.model());
    }

    private static String source(
            String provider, String model, String itsName, @Nullable String itsModel) {
        return label(provider, itsName) + "," + label(model, itsModel == null ? "" : itsModel);
    }
}
