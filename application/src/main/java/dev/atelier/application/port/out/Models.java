package dev.atelier.application.port.out;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The providers and models that this node is set up with. Names only, never a key.
public interface Models {

    /// The current one first.
    List<Model> all();

    /// @param model null where the provider has no models
    /// @param current whether new attempts use it
    record Model(String provider, @Nullable String model, boolean current) {}
}
