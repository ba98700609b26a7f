package dev.atelier.adapters.ai.diagram;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Gives everything a sound id of its own, and remembers what it was called. A name that is used
/// twice means the first that had it.
final class Ids {

    private static final int MAX_STEM = 50;

    private final String prefix;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byAlias = new HashMap<>();

    Ids(String prefix) {
        this.prefix = prefix;
    }

    /// @param wanted empty for none
    String give(String wanted) {
        var plain = wanted.replaceAll("[^A-Za-z0-9_.-]", "_");
        var stem =
                plain.isBlank() ? prefix : plain.substring(0, Math.min(MAX_STEM, plain.length()));
        var id = plain.isBlank() ? prefix + 1 : stem;
        for (int n = 2; !taken.add(id); n++) {
            id = plain.isBlank() ? prefix + n : stem + "-" + n;
        }
        byName.putIfAbsent(wanted, id);
        return id;
    }

    /// Keeps an id from being given.
    void take(String id) {
        taken.add(id);
    }

    /// Knows a thing that has its id already.
    void keep(String id, String label) {
        take(id);
        byName.putIfAbsent(id, id);
        alias(label, id);
    }

    /// Lets the thing be found by another name too, such as its label, unless something is called
    /// that.
    void alias(String name, String id) {
        byAlias.putIfAbsent(name, id);
    }

    @Nullable String of(String name) {
        return name.isEmpty() ? null : byName.getOrDefault(name, byAlias.get(name));
    }
}
