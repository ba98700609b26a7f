package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.anthropic.AnthropicProvider;
import dev.atelier.adapters.ai.provider.gemini.GeminiProvider;
import dev.atelier.adapters.ai.provider.offline.OfflineProvider;
import dev.atelier.adapters.ai.provider.ollama.OllamaProvider;
import dev.atelier.adapters.ai.provider.openai.OpenAiProvider;
import dev.atelier.domain.InvalidValue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every provider that there is, a line each.
final class ProviderCatalogue {

    private static final List<Provider> ALL =
            List.of(
                    new OpenAiProvider(),
                    new AnthropicProvider(),
                    new GeminiProvider(),
                    new OllamaProvider(),
                    new OfflineProvider());

    private ProviderCatalogue() {}

    static List<String> names() {
        return ALL.stream().map(Provider::name).toList();
    }

    /// Those that the settings ask for without naming them.
    static List<String> meantBy(Map<String, ProviderSettings> settings) {
        return ALL.stream()
                .filter(it -> it.isMeantBy(settings.getOrDefault(it.name(), ProviderSettings.NONE)))
                .map(Provider::name)
                .toList();
    }

    /// @throws InvalidValue if there is no such provider
    static Provider named(String name) {
        return ALL.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static InvalidValue unknown(String name) {
        var known = names().stream().sorted().collect(Collectors.joining(", "));
        return new InvalidValue("AI_PROVIDER=" + name + ": must be one or more of " + known);
    }
}
