package dev.atelier.adapters.export.mermaid;

import java.util.HashMap;
import java.util.Map;

/// Ids that are no keyword in any grammar, numbered in the order in which they are asked for.
final class Names {

    private final String stem;
    private final Map<String, String> names = new HashMap<>();

    Names(String stem) {
        this.stem = stem;
    }

    /// Always the same name for the same id.
    String of(String id) {
        return names.computeIfAbsent(id, _ -> stem + (names.size() + 1));
    }
}
