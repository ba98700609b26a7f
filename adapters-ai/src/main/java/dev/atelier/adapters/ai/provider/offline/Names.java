package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Collects things that are mentioned by name, once each, and what is between them; quietly stops
/// at the limits of a diagram.
final class Names {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /// @return nothing if the name is blank, or new where there is no room for another
    Optional<String> mention(String name, Role role, List<String> details) {
        var label = Wording.capitalised(Wording.tidy(name, Wording.MAX_LABEL));
        var key = key(label);
        if (key.isEmpty() || (!nodes.containsKey(key) && nodes.size() == Diagram.MAX_NODES)) {
            return Optional.empty();
        }
        var lines =
                details.stream()
                        .map(detail -> Wording.tidy(detail, Wording.MAX_LABEL))
                        .filter(detail -> !detail.isEmpty())
                        .limit(Diagram.MAX_DETAILS)
                        .toList();
        var id = "n" + (nodes.size() + 1);
        return Optional.of(
                nodes.computeIfAbsent(key, _ -> new Node(id, label, role, null, lines)).id());
    }

    boolean knows(String name) {
        return nodes.containsKey(key(name));
    }

    void join(String from, String to, @Nullable String label) {
        var tidy = label == null ? "" : Wording.tidy(label, Wording.MAX_LABEL);
        if (edges.size() < Diagram.MAX_EDGES) {
            edges.add(new Edge(from, to, tidy.isEmpty() ? null : tidy));
        }
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    /// Names differ neither by case nor by the plural.
    private static String key(String name) {
        return singular(name.strip().toLowerCase(Locale.ROOT));
    }

    static String singular(String word) {
        if (word.matches("(?i).*[a-z]{2}ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches("(?i).*(?:ss|x|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.matches("(?i).*[a-z]{2}[^su'\\W\\d]s")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
