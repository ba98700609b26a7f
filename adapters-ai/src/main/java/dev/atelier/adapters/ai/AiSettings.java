package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.domain.InvalidValue;

import java.util.List;
import java.util.Map;

/// Which providers to ask, the preferred one first, and how each is reached.
///
/// @param providers settings by provider name; a provider that is not named has none
public record AiSettings(List<String> order, Map<String, ProviderSettings> providers) {

    public AiSettings {
        order = order.stream().distinct().toList();
        providers = Map.copyOf(providers);
        if (order.isEmpty()) {
            throw new InvalidValue("AI_PROVIDER must name at least one provider");
        }
    }

    public ProviderSettings of(String provider) {
        return providers.getOrDefault(provider, ProviderSettings.NONE);
    }
}
