package dev.atelier.bootstrap;

import static dev.atelier.adapters.ai.provider.ProviderSettings.variable;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.ai.AiSettings;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.Tuning;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        return new AiSettings(order(env, production, settings), settings);
    }

    private static List<String> order(
            Environment env, boolean production, Map<String, ProviderSettings> settings) {
        var chosen = env.list("AI_PROVIDER");
        if (!chosen.isEmpty()) {
            return chosen.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        }
        var meant = AiAdapter.meantBy(settings);
        if (production && meant.isEmpty()) {
            throw new WrongSetting(
                    "AI_PROVIDER must be set with APP_ENV=production, or the key of a provider: "
                            + "otherwise nobody would notice that no model is asked");
        }
        return meant.isEmpty() ? List.of(OFFLINE) : meant;
    }

    private static ProviderSettings settings(Environment env, String name) {
        return new ProviderSettings(
                env.text(variable(name, "API_KEY")).orElse(null),
                env.text(variable(name, "MODEL")).orElse(null),
                env.text(variable(name, "BASE_URL")).orElse(null),
                new Tuning(
                        env.decimal(variable(name, "TEMPERATURE"), 0, 2).orElse(null),
                        env.number(variable(name, "MAX_TOKENS"), 1, 1_000_000).orElse(null),
                        env.parsed(variable(name, "REPLY"), ReplyForm::parse).orElse(null)));
    }
}
