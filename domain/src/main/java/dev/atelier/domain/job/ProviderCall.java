package dev.atelier.domain.job;

import dev.atelier.domain.job.GeneratedBy.Usage;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;

/// One call of an AI provider, with what is known of it.
///
/// @param model null where the provider has no models
/// @param usage null where the provider counts nothing, or the call ended before it could
/// @param cost in US dollars; null where the price is not known
/// @param firstToken how long the first word of the answer took; null if there was none
/// @param duration how long the call took
/// @param error why it failed, safe to show; null if it did not
/// @param perChunk from one piece of the answer to the next, on average; null if there were not
///   two. It is measured, not kept: who reads a call back finds none
public record ProviderCall(
        String provider,
        @Nullable String model,
        @Nullable Usage usage,
        @Nullable BigDecimal cost,
        @Nullable Duration firstToken,
        @Nullable Duration duration,
        @Nullable String error,
        @Nullable Duration perChunk) {

    /// A call of whose pieces nothing is known.
    public ProviderCall(
            String provider,
            @Nullable String model,
            @Nullable Usage usage,
            @Nullable BigDecimal cost,
            @Nullable Duration firstToken,
            @Nullable Duration duration,
            @Nullable String error) {
        this(provider, model, usage, cost, firstToken, duration, error, null);
    }

    /// The same call, which cost so much.
    public ProviderCall costing(@Nullable BigDecimal dollars) {
        return new ProviderCall(
                provider, model, usage, dollars, firstToken, duration, error, perChunk);
    }

    /// The same call, as one that failed; what it says of that itself is kept.
    public ProviderCall failed(String why) {
        return error != null
                ? this
                : new ProviderCall(
                        provider, model, usage, cost, firstToken, duration, why, perChunk);
    }
}
