package dev.atelier.adapters.ai.provider.openai;

import dev.atelier.adapters.ai.chat.InterruptibleHttp;
import dev.atelier.adapters.ai.chat.ModelGenerator;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.domain.InvalidValue;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// Streams from OpenAI's chat completions, or from a compatible server at another address, which
/// may do without a key.
public final class OpenAiProvider implements Provider {

    private static final String NAME = "openai";

    /// Servers with a long prompt to read are silent at first.
    private static final Duration FIRST_BYTE = Duration.ofMinutes(2);

    private static final String DEFAULT_MODEL = "gpt-4.1-mini";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opened open(ProviderSettings settings) {
        requireKeyOrAddress(settings);
        requireAddress(settings.baseUrl());
        var model = settings.model() == null ? DEFAULT_MODEL : settings.model();
        return new Opened(
                NAME,
                model,
                new ModelGenerator(NAME, model, ReplyForm.SCHEMA, () -> connect(settings, model)));
    }

    private static StreamingChatModel connect(ProviderSettings settings, String model) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new InterruptibleHttp())
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(model)
                .timeout(FIRST_BYTE)
                .strictJsonSchema(true)
                .build();
    }

    private static void requireKeyOrAddress(ProviderSettings settings) {
        if (settings.apiKey() == null && settings.baseUrl() == null) {
            throw new InvalidValue(
                    "OPENAI_API_KEY is missing: the provider openai needs a key"
                            + " (or OPENAI_BASE_URL, where the server there takes none)");
        }
    }

    private static void requireAddress(@Nullable String baseUrl) {
        if (baseUrl != null && !isWebAddress(baseUrl)) {
            throw new InvalidValue(
                    "OPENAI_BASE_URL is " + baseUrl + ": it takes an address like https://host/v1");
        }
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
