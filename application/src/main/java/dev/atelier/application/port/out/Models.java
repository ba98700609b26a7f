package dev.atelier.application.port.out;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The providers and models that this node is set up with, and whether they can be asked now. Names
/// only, never a key.
public interface Models {

    /// In the order of preference; at least one.
    List<Model> all();

    /// How many more calls may begin now, on this node.
    default int room() {
        return pausedUntil().isPresent() ? 0 : Integer.MAX_VALUE;
    }

    /// @return when the first of them can be asked again; empty if any can be asked now
    default Optional<Instant> pausedUntil() {
        var pauses = all().stream().map(Model::pausedUntil).toList();
        return pauses.contains(null)
                ? Optional.empty()
                : pauses.stream().filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    /// The one that new attempts ask first.
    default Model current() {
        return all().stream().filter(Model::current).findFirst().orElseGet(all()::getFirst);
    }

    /// @param model null where the provider has no models
    /// @param current whether new attempts ask it first
    /// @param pausedUntil null if it can be asked now
    record Model(
            String provider,
            @Nullable String model,
            boolean current,
            @Nullable Instant pausedUntil) {

        /// One that can be asked now.
        public Model(String provider, @Nullable String model, boolean current) {
            this(provider, model, current, null);
        }
    }
}
