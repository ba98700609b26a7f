package dev.atelier.application.work;

import dev.atelier.application.measure.Histogram;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.in.WorkDone.Calls;
import dev.atelier.application.port.in.WorkDone.Times;
import dev.atelier.application.port.in.WorkDone.Tokens;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.job.Spending;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// Counts what this process has asked of providers. Models have the names that providers answer
/// with, so only so many are told apart.
final class ProviderMeter {

    static final int MAX_MODELS = 50;
    static final int MAX_NAME = 100;

    private static final Source OTHER = new Source("other", "other");

    private record Source(String provider, @Nullable String model) {

        private static final Comparator<Source> ORDER =
                Comparator.comparing(Source::provider).thenComparing(Source::label);

        private String label() {
            return model == null ? "" : model;
        }
    }

    private static final class Total {
        private final LongAdder answered = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final AtomicReference<Spending> spent = new AtomicReference<>(Spending.NONE);
        private final Histogram duration = new Histogram(Distribution.CALL_SECONDS);
        private final Histogram firstToken = new Histogram(Distribution.CALL_SECONDS);
        private final Histogram perChunk = new Histogram(Distribution.CALL_SECONDS);
        private final Histogram input = new Histogram(Distribution.TOKENS);
        private final Histogram output = new Histogram(Distribution.TOKENS);

        private void add(ProviderCall call) {
            (call.error() == null ? answered : failed).increment();
            spent.accumulateAndGet(Spending.of(List.of(call)), Spending::plus);
            duration.add(call.duration());
            firstToken.add(call.firstToken());
            perChunk.add(call.perChunk());
            var usage = call.usage();
            if (usage != null) {
                input.add((double) usage.inputTokens());
                output.add((double) usage.outputTokens());
            }
        }
    }

    private final Map<Source, Total> totals = new ConcurrentHashMap<>();

    /// @param by null where nobody was asked, or it is not known
    void asked(@Nullable GeneratedBy by) {
        if (by != null) {
            by.calls().forEach(call -> total(new Source(call.provider(), call.model())).add(call));
        }
    }

    private Total total(Source source) {
        var known = totals.get(source);
        return known != null ? known : begin(source);
    }

    private synchronized Total begin(Source source) {
        var full = totals.size() >= MAX_MODELS || source.label().length() > MAX_NAME;
        return totals.computeIfAbsent(full ? OTHER : source, _ -> new Total());
    }

    List<Calls> read() {
        return totals.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Source.ORDER))
                .map(entry -> calls(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Calls calls(Source source, Total total) {
        return new Calls(
                source.provider(),
                source.model(),
                total.answered.sum(),
                total.failed.sum(),
                total.spent.get(),
                new Times(total.duration.read(), total.firstToken.read(), total.perChunk.read()),
                new Tokens(total.input.read(), total.output.read()));
    }
}
