package dev.atelier.adapters.ai.provider.openai;

import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.domain.InvalidValue;

/// TEMPORARY.
public final class OpenAiProvider implements Provider {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public Opened open(ProviderSettings settings) {
        throw new InvalidValue("OPENAI_API_KEY must be set to use the openai provider");
    }
}
