package dev.atelier.adapters.ai.provider.anthropic;

import dev.atelier.adapters.ai.chat.InterruptibleHttp;
import dev.atelier.adapters.ai.chat.ModelGenerator;
import dev.atelier.adapters.ai.chat.Patience;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;

/// Streams from Anthropic's messages. Models before Claude 4.5 have no schema for a reply, only for
/// the arguments of a tool: they want `ANTHROPIC_REPLY=tool`.
public final class AnthropicProvider implements Provider {

    private static final String NAME = "anthropic";
    private static final String DEFAULT_MODEL = "claude-sonnet-4-6";

    /// Anthropic demands a limit; every model takes this one, and no diagram is longer.
    private static final int DEFAULT_MAX_TOKENS = 8192;

    private static final double HOTTEST = 1;

    private final Patience patience;

    public AnthropicProvider() {
        this(Patience.USUAL);
    }

    AnthropicProvider(Patience patience) {
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
        requireTemperature(settings.tuning().temperature());
        var model = settings.modelOr(DEFAULT_MODEL);
        var form = settings.replyOr(ReplyForm.SCHEMA, NAME, EnumSet.allOf(ReplyForm.class));
        var generator =
                new ModelGenerator(NAME, model, form, () -> connect(settings, key, address, model));
        return new Opened(NAME, model, generator);
    }

    private StreamingChatModel connect(
            ProviderSettings settings, String key, @Nullable String address, String model) {
        var maxTokens = settings.tuning().maxTokens();
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(new InterruptibleHttp(patience))
                .baseUrl(address)
                .apiKey(key)
                .modelName(model)
                .temperature(settings.tuning().temperature())
                .maxTokens(maxTokens == null ? DEFAULT_MAX_TOKENS : maxTokens)
                .disableParallelToolUse(true)
                .build();
    }

    private static void requireTemperature(@Nullable Double temperature) {
        if (temperature != null && temperature > HOTTEST) {
            throw ProviderSettings.wrong(NAME, "TEMPERATURE", temperature, "a number from 0 to 1");
        }
    }
}
