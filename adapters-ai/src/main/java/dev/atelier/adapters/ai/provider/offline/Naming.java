package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What users call the parts of a diagram: by their labels, more or less.
final class Naming {

    private static final Pattern ARTICLES =
            Request.pattern(
                    "^(?:(?:an?|the|another|new|one|my|our|this|that|ein(?:e[nmrs]?)?|de[rnms]|die|das"
                        + "|une?|le|la|les|el|los|las)\\s+)+");
    private static final Pattern NOUNS =
            Request.pattern(
                    "^(?:step|node|box|card|shape|task|item|event|entity|participant|branch|topic"
                        + "|position|role|decision|state|schritt|karte|étape|paso)s?\\s+"
                        + "(?:called|named|labell?ed|for|namens|appelée?|llamad[oa])?\\s*(?=\\S)");
    private static final Pattern TRAILING_NOUNS =
            Request.pattern("\\s+(?:step|node|box|card|shape|task|column|entity|schritt|étape)$");

    private final Diagram diagram;

    Naming(Diagram diagram) {
        this.diagram = diagram;
    }

    /// The words without what only leads up to the name. What is quoted is the name.
    static String plain(String words) {
        var quoted = Pattern.compile("[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]").matcher(words);
        if (quoted.find()) {
            return quoted.group(1).strip();
        }
        var bare = ARTICLES.matcher(words.strip().replaceAll("[\\s.,;:!?]+$", "")).replaceFirst("");
        var name = ARTICLES.matcher(NOUNS.matcher(bare).replaceFirst("")).replaceFirst("");
        return name.strip().replaceAll("^'|'$", "");
    }

    static String key(String name) {
        return plain(name).toLowerCase(Locale.ROOT);
    }

    @Nullable String node(String name) {
        var node = find(diagram.nodes(), Node::label, name);
        return node == null ? null : node.id();
    }

    @Nullable String group(String name) {
        var group = find(diagram.groups(), Group::label, name);
        return group == null ? null : group.id();
    }

    /// The one thing of that name; else the only one whose label has it in it.
    private static <T> @Nullable T find(List<T> things, Function<T, String> label, String name) {
        var key = key(name);
        var shorter = TRAILING_NOUNS.matcher(key).replaceFirst("");
        for (var wanted : List.of(key, shorter)) {
            for (var thing : things) {
                if (label.apply(thing).toLowerCase(Locale.ROOT).equals(wanted)) {
                    return thing;
                }
            }
        }
        var close =
                things.stream()
                        .filter(it -> label.apply(it).toLowerCase(Locale.ROOT).contains(shorter))
                        .toList();
        return close.size() == 1 && shorter.length() > 1 ? close.getFirst() : null;
    }
}
