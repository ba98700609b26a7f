package dev.atelier.domain.job;

import org.jspecify.annotations.Nullable;

/// Who did the work of an attempt, and what it took.
///
/// @param model null where the provider has no models
/// @param usage null where the provider counts nothing
public record GeneratedBy(String provider, @Nullable String model, @Nullable Usage usage) {

    /// Tokens read and written by a model.
    public record Usage(long inputTokens, long outputTokens) {}
}
