package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.provider.Provider;
import dev.atelier.adapters.ai.provider.ProviderSettings;

/// Works anywhere; takes no settings.
public final class OfflineProvider implements Provider {

    public static final String NAME = "offline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opened open(ProviderSettings settings) {
        return new Opened(NAME, null, new OfflineGenerator());
    }
}
