package dev.atelier.bootstrap.quality;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.ai.AiSettings;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.domain.canvas.CanvasDesign;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Who draws.
enum Source {
    /// The generator that needs no model.
    OFFLINE {
        @Override
        CanvasDesign draw(RecordedPrompt prompt) throws InterruptedException {
            return ask(new AiSettings(List.of("offline"), Map.of()), prompt);
        }
    },

    /// The `openai` provider, whose model says what was recorded.
    RECORDED {
        @Override
        CanvasDesign draw(RecordedPrompt prompt) throws InterruptedException {
            try (var model = new RecordedModel(prompt)) {
                var reached =
                        new ProviderSettings("sk-not-a-real-key", "recorded", model.baseUrl());
                return ask(new AiSettings(List.of("openai"), Map.of("openai", reached)), prompt);
            }
        }
    };

    abstract CanvasDesign draw(RecordedPrompt prompt) throws InterruptedException;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static CanvasDesign ask(AiSettings settings, RecordedPrompt prompt)
            throws InterruptedException {
        return AiAdapter.open(settings).generator().generate(prompt.brief(), _ -> {}).design();
    }
}
