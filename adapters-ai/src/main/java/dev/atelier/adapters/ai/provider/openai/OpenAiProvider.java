package dev.atelier.adapters.ai.provider.openai;

import dev.atelier.adapters.ai.chat.InterruptibleHttp;
import dev.atelier.adapters.ai.chat.ModelGenerator;
import dev.atelier.adapters.ai.chat.Patience;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.domain.InvalidValue;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.EnumSet;

/// Streams from OpenAI's chat completions, or from a compatible server at another address, which
/// may do without a key.
public final class OpenAiProvider implements Provider {

    private static final String NAME = "openai";
    private static final String DEFAULT_MODEL = "gpt-4.1-mini";

    private final Patience patience;

    public OpenAiProvider() {
        this(Patience.USUAL);
    }

    OpenAiProvider(Patience patience) {
        this.patience = patience;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opened open(ProviderSettings settings) {
        var key = settings.key(NAME);
        requireKeyOrAddress(settings);
        var address = settings.address(NAME);
        var model = settings.modelOr(DEFAULT_MODEL);
        var form = settings.replyOr(ReplyForm.SCHEMA, NAME, EnumSet.allOf(ReplyForm.class));
        var generator =
                new ModelGenerator(
                        NAME, model, form, () -> connect(settings, key, address, model, form));
        return new Opened(NAME, model, generator);
    }

    StreamingChatModel connect(
            ProviderSettings settings,
            @Nullable String key,
            @Nullable String address,
            String model,
            ReplyForm form) {
        var connection =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(new InterruptibleHttp(patience))
                        .baseUrl(address)
                        .apiKey(key)
                        .modelName(model)
                        .temperature(settings.tuning().temperature())
                        .strictJsonSchema(true);
        if (form == ReplyForm.TOOL) {
            connection.parallelToolCalls(false);
        }
        return isOpenAi(address)
                ? connection.maxCompletionTokens(settings.tuning().maxTokens()).build()
                : connection.maxTokens(settings.tuning().maxTokens()).build();
    }

    /// OpenAI renamed the token limit; the servers that are compatible with it know the old name.
    private static boolean isOpenAi(@Nullable String address) {
        return address == null || URI.create(address).getHost().endsWith(".openai.com");
    }

    private static void requireKeyOrAddress(ProviderSettings settings) {
        if (settings.apiKey() == null && settings.baseUrl() == null) {
            throw new InvalidValue(
                    "OPENAI_API_KEY is missing: the provider openai needs a key"
                            + " (or OPENAI_BASE_URL, where the server there takes none)");
        }
    }
}
