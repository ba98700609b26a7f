package dev.atelier.adapters.ai.provider.ollama;

import dev.atelier.adapters.ai.chat.InterruptibleHttp;
import dev.atelier.adapters.ai.chat.ModelGenerator;
import dev.atelier.adapters.ai.chat.Patience;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

/// Streams from an Ollama server, by default the one on this machine, which needs no key. It cannot
/// be made to call a tool.
public final class OllamaProvider implements Provider {

    private static final String NAME = "ollama";
    private static final String DEFAULT_MODEL = "llama3.1";
    private static final String DEFAULT_ADDRESS = "http://localhost:11434";

    /// Room for our rules and the instructions. Ollama's own context window cuts both short.
    private static final int PROMPT_TOKENS = 4096;

    private static final int USUAL_REPLY_TOKENS = 4096;

    /// The first brief waits until the model is loaded.
    private static final Patience WHILE_LOADING =
            new Patience(Duration.ofMinutes(5), Patience.USUAL.next());

    private final Patience patience;

    public OllamaProvider() {
        this(WHILE_LOADING);
    }

    OllamaProvider(Patience patience) {
        this.patience = patience;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isMeantBy(ProviderSettings settings) {
        return settings.baseUrl() != null || settings.model() != null;
    }

    @Override
    public Opened open(ProviderSettings settings) {
        var key = settings.key(NAME);
        var address = settings.address(NAME);
        var model = settings.modelOr(DEFAULT_MODEL);
        var form =
                settings.replyOr(
                        ReplyForm.SCHEMA, NAME, EnumSet.of(ReplyForm.SCHEMA, ReplyForm.PLAIN));
        var generator =
                new ModelGenerator(NAME, model, form, () -> connect(settings, key, address, model));
        return new Opened(NAME, model, generator);
    }

    private StreamingChatModel connect(
            ProviderSettings settings,
            @Nullable String key,
            @Nullable String address,
            String model) {
        var maxTokens = settings.tuning().maxTokens();
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(new InterruptibleHttp(patience))
                .baseUrl(address == null ? DEFAULT_ADDRESS : address)
                .customHeaders(authorization(key))
                .modelName(model)
                .temperature(settings.tuning().temperature())
                .numPredict(maxTokens)
                .numCtx(PROMPT_TOKENS + (maxTokens == null ? USUAL_REPLY_TOKENS : maxTokens))
                .build();
    }

    /// For servers that stand behind a guard, as Ollama's own in the cloud do.
    private static Map<String, String> authorization(@Nullable String key) {
        return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
    }
}
