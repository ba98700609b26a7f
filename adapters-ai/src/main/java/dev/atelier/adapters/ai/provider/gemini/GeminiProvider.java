package dev.atelier.adapters.ai.provider.gemini;

import dev.atelier.adapters.ai.chat.InterruptibleHttp;
import dev.atelier.adapters.ai.chat.ModelGenerator;
import dev.atelier.adapters.ai.chat.Patience;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;

/// Streams from the Gemini API of Google AI.
public final class GeminiProvider implements Provider {

    private static final String NAME = "gemini";
    private static final String DEFAULT_MODEL = "gemini-flash-latest";

    private final Patience patience;

    public GeminiProvider() {
        this(Patience.USUAL);
    }

    GeminiProvider(Patience patience) {
        this.patience = patience;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opened open(ProviderSettings settings) {
        var key = settings.requireKey(NAME);
        var address = settings.address(NAME);
        var model =
                requirePathSegment(settings.modelOr(DEFAULT_MODEL).replaceFirst("^models/", ""));
        var form = settings.replyOr(ReplyForm.SCHEMA, NAME, EnumSet.allOf(ReplyForm.class));
        var generator =
                new ModelGenerator(NAME, model, form, () -> connect(settings, key, address, model));
        return new Opened(NAME, model, generator);
    }

    private StreamingChatModel connect(
            ProviderSettings settings, String key, @Nullable String address, String model) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(new InterruptibleHttp(patience))
                .baseUrl(address)
                .apiKey(key)
                .modelName(model)
                .temperature(settings.tuning().temperature())
                .maxOutputTokens(settings.tuning().maxTokens())
                // Otherwise thoughts would be taken for a part of the reply.
                .returnThinking(false)
                .build();
    }

    /// The model's name is a part of the address that is asked.
    private static String requirePathSegment(String model) {
        if (!model.matches("[\\w.-]+")) {
            throw ProviderSettings.wrong(NAME, "MODEL", model, "a name like " + DEFAULT_MODEL);
        }
        return model;
    }
}
