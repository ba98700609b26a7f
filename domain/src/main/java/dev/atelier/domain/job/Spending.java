package dev.atelier.domain.job;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// What many calls took, added up exactly. Calls that counted tokens and have no price are told
/// beside the sum, so that nobody takes it for the whole.
///
/// @param priced US dollars of the calls that have a price
public record Spending(
        long inputTokens,
        long outputTokens,
        BigDecimal priced,
        long pricedCalls,
        long unpricedCalls) {

    public static final Spending NONE = new Spending(0, 0, BigDecimal.ZERO, 0, 0);

    public static Spending of(List<ProviderCall> calls) {
        return calls.stream().map(Spending::of).reduce(NONE, Spending::plus);
    }

    /// Nothing, if nobody was asked.
    public static Spending of(@Nullable GeneratedBy by) {
        return by == null ? NONE : of(by.calls());
    }

    private static Spending of(ProviderCall call) {
        var usage = call.usage();
        if (usage == null) {
            return NONE;
        }
        var cost = call.cost();
        return new Spending(
                usage.inputTokens(),
                usage.outputTokens(),
                cost == null ? BigDecimal.ZERO : cost,
                cost == null ? 0 : 1,
                cost == null ? 1 : 0);
    }

    public Spending plus(Spending other) {
        return new Spending(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                priced.add(other.priced),
                pricedCalls + other.pricedCalls,
                unpricedCalls + other.unpricedCalls);
    }

    /// @return US dollars, too low by the calls without a price; null if no call has one
    public @Nullable BigDecimal cost() {
        return pricedCalls == 0 ? null : priced;
    }
}
