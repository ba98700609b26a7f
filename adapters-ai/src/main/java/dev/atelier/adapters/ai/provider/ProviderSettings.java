package dev.atelier.adapters.ai.provider;

import org.jspecify.annotations.Nullable;

/// How one provider is reached. What is null is the provider's own default.
public record ProviderSettings(
        @Nullable String apiKey, @Nullable String model, @Nullable String baseUrl) {

    public static final ProviderSettings NONE = new ProviderSettings(null, null, null);

    /// A blank value counts as none, as an empty variable in the environment does.
    public ProviderSettings {
        apiKey = orNull(apiKey);
        model = orNull(model);
        baseUrl = orNull(baseUrl);
    }

    /// Never shows the key.
    @Override
    public String toString() {
        return "ProviderSettings[apiKey=%s, model=%s, baseUrl=%s]"
                .formatted(apiKey == null ? "none" : "hidden", model, baseUrl);
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
