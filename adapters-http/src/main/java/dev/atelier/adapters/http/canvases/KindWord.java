package dev.atelier.adapters.http.canvases;

import dev.atelier.domain.diagram.Diagram;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What a canvas shows, such as `mind_map`.
final class KindWord {

    private KindWord() {}

    /// @return null where it shows no single diagram
    static @Nullable String of(Diagram.@Nullable Kind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }
}
