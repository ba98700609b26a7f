package dev.atelier.adapters.export.mermaid;

import java.util.Locale;
import java.util.regex.Pattern;

/// How many of each side a relation joins, in crow's feet.
record Cardinality(Many from, Many to) {

    private static final String END = "(0\\.\\.1|[01]\\.\\.[*nm]|1|one|\\*|n|m|many)";
    private static final Pattern SAID =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}.*])"
                            + END
                            + "\\s*(?:-to-|-|–|:|/|→|\\bto\\b)\\s*"
                            + END
                            + "(?![\\p{L}\\p{N}.*])");

    private static final Cardinality USUAL = new Cardinality(Many.ONE, Many.ANY);

    enum Many {
        ONE("||", "||"),
        MAYBE_ONE("|o", "o|"),
        SOME("}|", "|{"),
        ANY("}o", "o{");

        private final String left;
        private final String right;

        Many(String left, String right) {
            this.left = left;
            this.right = right;
        }
    }

    /// What the text of a relation says, such as "1:n" or "many to many"; else one to any number.
    static Cardinality of(String label) {
        var said = SAID.matcher(label.toLowerCase(Locale.ROOT));
        return said.find() ? new Cardinality(many(said.group(1)), many(said.group(2))) : USUAL;
    }

    String text() {
        return from.left + "--" + to.right;
    }

    private static Many many(String word) {
        return switch (word) {
            case "1", "one" -> Many.ONE;
            case "0..1" -> Many.MAYBE_ONE;
            case "1..*", "1..n", "1..m" -> Many.SOME;
            default -> Many.ANY;
        };
    }
}
