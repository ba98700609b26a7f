package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads "a -> b -yes-> c": chains of names that share their nodes by name. Line breaks and
/// semicolons part the chains, and so do commas where every part is a chain of its own.
final class Arrows {

    private static final String LABEL = "(?:[^-=<>|;\\r\\n→⇒]|(?<=\\p{L})-(?=\\p{L})){1,60}?";

    private static final Pattern ARROW =
            Pattern.compile(
                    "\\s*(?:(?:(?<=\\s)-|--|==)\\s*(?<label>"
                            + LABEL
                            + ")\\s*(?:-{1,2}|={1,2})>{1,2}|[-=]{1,3}>{1,2}|[→⇒⟶➔➜➡]\\uFE0F?)"
                            + "\\s*(?:\\|(?<piped>[^|\\r\\n]{1,60})\\|\\s*)?");

    private final DiagramBuilder diagram;
    private final Map<String, String> ids = new HashMap<>();

    private Arrows(DiagramBuilder diagram) {
        this.diagram = diagram;
    }

    static boolean isIn(String text) {
        return ARROW.matcher(text).find();
    }

    /// The names in the order of their mention, once each.
    static List<String> names(String text) {
        return chains(text)
                .flatMap(ARROW::splitAsStream)
                .map(Arrows::plain)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /// Adds everything that the text draws.
    static void read(String text, DiagramBuilder diagram) {
        var arrows = new Arrows(diagram);
        chains(text).forEach(arrows::chain);
        diagram.forks().forEach(id -> diagram.become(id, Role.DECISION));
    }

    private static Stream<String> chains(String text) {
        return text.lines()
                .flatMap(line -> Stream.of(line.split(";")))
                .flatMap(
                        line -> {
                            var parts = List.of(line.split("[,，、]"));
                            return parts.stream().allMatch(Arrows::isIn)
                                    ? parts.stream()
                                    : Stream.of(line);
                        })
                .filter(chain -> !chain.isBlank());
    }

    private void chain(String chain) {
        var arrow = ARROW.matcher(chain);
        @Nullable String from = null;
        @Nullable String label = null;
        int start = 0;
        while (arrow.find()) {
            from = step(from, label, chain.substring(start, arrow.start()));
            label = label(arrow);
            start = arrow.end();
        }
        step(from, label, chain.substring(start));
    }

    private @Nullable String step(@Nullable String from, @Nullable String label, String name) {
        var to = node(name);
        if (from != null && to != null) {
            diagram.edge(from, to, label);
        }
        return to == null ? from : to;
    }

    private @Nullable String node(String name) {
        var asked = name.strip().matches("\\{.+}");
        var plain = plain(name);
        if (plain.isEmpty()) {
            return null;
        }
        return ids.computeIfAbsent(
                plain.toLowerCase(Locale.ROOT),
                _ -> diagram.node(plain, asked ? Role.DECISION : Roles.of(plain)));
    }

    private static String plain(String name) {
        return name.replaceAll("^[\\s\\[({\"“'*•.,-]+|[\\s\\])}\"”',.;]+$", "").strip();
    }

    private static @Nullable String label(Matcher arrow) {
        var label = arrow.group("label") == null ? arrow.group("piped") : arrow.group("label");
        return label == null ? null : label.replace("\"", "");
    }

    /// The diagram that a text of arrows draws.
    static DiagramBuilder flowchart(String title, String text) {
        var diagram = new DiagramBuilder(title, Kind.FLOWCHART);
        read(text, diagram);
        return diagram;
    }
}
