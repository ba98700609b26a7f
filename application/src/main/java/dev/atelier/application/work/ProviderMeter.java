package dev.atelier.application.work;

import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.in.WorkDone.Calls;
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
import java.util.stream.Collectors;

/// Counts what this process has asked of providers, and what became of its attempts. Models have
/// the names that providers answer with, so only so many are told apart.
final class ProviderMeter {

    static final int MAX_MODELS = 50;
    static final int MAX_NAME = 100;

    /// The outcome of an attempt whose job was in other hands by then.
    static final String LOST = "lost";

    private static final Source OTHER = new Source("other", "other");

    private record Source(String provider, @Nullable String model) {

        private static final Comparator<Source> ORDER =
                Comparator.comparing(Source::provider).thenComparing(Source::label);

        private String label() {
            return model == null ? "" : model;
        }
    }

    private static final class Total {
        private final AtomicReference<Spending> spent = new AtomicReference<>(Spending.NONE);
        private final Stopwatches duration = new Stopwatches();
        private final Stopwatches firstToken = new Stopwatches();
    }

    private final Map<Source, Total> totals = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> attempts = new ConcurrentHashMap<>();

    /// @param by null where nobody was asked, or it is not known
    void asked(@Nullable GeneratedBy by) {
        if (by != null) {
            by.calls().forEach(this::count);
        }
    }

    private void count(ProviderCall call) {
        var total = total(new Source(call.provider(), call.model()));
        total.spent.accumulateAndGet(Spending.of(List.of(call)), Spending::plus);
        total.duration.add(call.duration());
        total.firstToken.add(call.firstToken());
    }

    private Total total(Source source) {
        var known = totals.get(source);
        return known != null ? known : begin(source);
    }

    private synchronized Total begin(Source source) {
        var full = totals.size() >= MAX_MODELS || source.label().length() > MAX_NAME;
        return totals.computeIfAbsent(full ? OTHER : source, _ -> new Total());
    }

    /// @param outcome one of a few words of ours
    void ended(String outcome) {
        attempts.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    WorkDone read() {
        return new WorkDone(
                attempts.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> entry.getValue().sum())),
                totals.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Source.ORDER))
                        .map(entry -> calls(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Calls calls(Source source, Total total) {
        return new Calls(
                source.provider(),
                source.model(),
                total.spent.get(),
                total.duration.read(),
                total.firstToken.read());
    }
}
