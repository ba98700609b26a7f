package dev.atelier.adapters.ai.provider;

import dev.atelier.adapters.ai.chat.ReplyForm;

import org.jspecify.annotations.Nullable;

/// How a model is to answer. What is null is the provider's own default.
///
/// @param maxTokens the longest reply, in tokens
public record Tuning(
        @Nullable Double temperature, @Nullable Integer maxTokens, @Nullable ReplyForm reply) {

    public static final Tuning NONE = new Tuning(null, null, null);
}
