package dev.atelier.domain.job;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Who did the work of an attempt, and what it took: the calls in their order, of which the last
/// decided.
public record GeneratedBy(List<ProviderCall> calls) {

    public GeneratedBy {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("somebody must have been asked");
        }
    }

    /// One call of which no more is known.
    public GeneratedBy(String provider, @Nullable String model, @Nullable Usage usage) {
        this(List.of(new ProviderCall(provider, model, usage, null, null, null, null)));
    }

    /// The same calls, of which the last failed.
    public GeneratedBy failed(String why) {
        var all = new ArrayList<>(calls);
        all.add(all.removeLast().failed(why));
        return new GeneratedBy(all);
    }

    public String provider() {
        return calls.getLast().provider();
    }

    /// @return null where the provider has no models
    public @Nullable String model() {
        return calls.getLast().model();
    }

    /// @return the tokens of all calls; null if none counted any
    public @Nullable Usage usage() {
        return calls.stream()
                .map(ProviderCall::usage)
                .filter(Objects::nonNull)
                .reduce(Usage::plus)
                .orElse(null);
    }

    /// @return what all calls cost in US dollars; null if that of one that counted tokens is not
    ///   known, or if none did
    public @Nullable BigDecimal cost() {
        var counted = calls.stream().filter(call -> call.usage() != null).toList();
        var sum = BigDecimal.ZERO;
        for (var call : counted) {
            if (call.cost() == null) {
                return null;
            }
            sum = sum.add(call.cost());
        }
        return counted.isEmpty() ? null : sum;
    }

    /// Tokens read and written by a model.
    public record Usage(long inputTokens, long outputTokens) {

        public Usage plus(Usage other) {
            return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
        }
    }
}
