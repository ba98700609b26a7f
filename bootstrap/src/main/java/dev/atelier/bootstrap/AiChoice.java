package dev.atelier.bootstrap;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.ai.AiSettings;
import dev.atelier.adapters.ai.provider.ProviderSettings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Reads which AI providers to use, in the order of preference.
final class AiChoice {

    private static final String OFFLINE = "offline";

    private AiChoice() {}

    /// @throws WrongSetting if production would quietly draw without a model
    static AiSettings read(Environment env, boolean production) {
        var settings = new HashMap<String, ProviderSettings>();
        for (var name : AiAdapter.providers()) {
            settings.put(name, settings(env, name));
        }
        return new AiSettings(order(env, production), settings);
    }

    private static List<String> order(Environment env, boolean production) {
        var chosen = env.list("AI_PROVIDER");
        if (!chosen.isEmpty()) {
            return chosen.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        }
        var withKeys =
                AiAdapter.providers().stream()
                        .filter(name -> env.text(variable(name, "API_KEY")).isPresent())
                        .toList();
        if (production && withKeys.isEmpty()) {
            throw new WrongSetting(
                    "AI_PROVIDER must be set with APP_ENV=production, or the key of a provider: "
                            + "otherwise nobody would notice that no model is asked");
        }
        return withKeys.isEmpty() ? List.of(OFFLINE) : withKeys;
    }

    private static ProviderSettings settings(Environment env, String name) {
        return new ProviderSettings(
                env.text(variable(name, "API_KEY")).orElse(null),
                env.text(variable(name, "MODEL")).orElse(null),
                env.text(variable(name, "BASE_URL")).orElse(null));
    }

    private static String variable(String provider, String what) {
        return provider.toUpperCase(Locale.ROOT) + "_" + what;
    }
}
