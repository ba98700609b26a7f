package dev.atelier.adapters.ai.provider;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

/// A kind of AI that Atelier can be set up with.
public interface Provider {

    /// The word that names it in settings, such as `openai`.
    String name();

    /// Whether these settings ask for it where nobody has named the providers to use.
    default boolean isMeantBy(ProviderSettings settings) {
        return settings.apiKey() != null;
    }

    /// Cheap: nothing is loaded and nobody is called before the first brief.
    ///
    /// @throws InvalidValue if a setting is missing or wrong; the message names the variable
    Opened open(ProviderSettings settings);

    /// @param model null where the provider has no models
    record Opened(String provider, @Nullable String model, CanvasGenerator generator) {}
}
