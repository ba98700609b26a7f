package dev.atelier.adapters.ai.chat;

import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.ProviderCall;

import org.jspecify.annotations.Nullable;

/// One call of a model, and how it ended.
sealed interface Round {

    ProviderCall call();

    /// @param text the reply, as it was
    record Answered(ProviderCall call, String text, Solution solution) implements Round {}

    /// @param cause for the log
    record Failed(ProviderCall call, Failure failure, @Nullable Throwable cause) implements Round {}
}
