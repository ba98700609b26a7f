package dev.atelier.adapters.export.mermaid;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One line of an entity. Mermaid wants a type and a name of plain letters: what a detail says
/// beyond that is its comment, word for word.
record Attribute(String type, String name, @Nullable String key, @Nullable String comment) {

    private static final String UNTYPED = "field";
    private static final Pattern KEY = Pattern.compile("[,(\\[]?\\b(PK|FK|UK)\\b[)\\]]?");
    private static final String WORD = "([A-Za-z][A-Za-z0-9_]*)";
    private static final String TYPE = "([A-Za-z][A-Za-z0-9_]*(?:\\([0-9]+\\))?)";
    private static final Pattern ONE_WORD = Pattern.compile(WORD);
    private static final Pattern NAME_COLON_TYPE = Pattern.compile(WORD + "\\s*:\\s*" + TYPE);
    private static final Pattern TWO_WORDS = Pattern.compile(TYPE + "\\s+" + TYPE);
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9]+");

    private static final Set<String> TYPES =
            Set.of(
                    "bigint",
                    "bool",
                    "boolean",
                    "bytea",
                    "char",
                    "date",
                    "datetime",
                    "decimal",
                    "double",
                    "enum",
                    "float",
                    "int",
                    "integer",
                    "json",
                    "jsonb",
                    "long",
                    "money",
                    "number",
                    "numeric",
                    "real",
                    "serial",
                    "smallint",
                    "string",
                    "text",
                    "time",
                    "timestamp",
                    "timestamptz",
                    "uuid",
                    "varchar");

    static Attribute of(String detail) {
        var keyed = KEY.matcher(detail);
        var key = keyed.find() ? keyed.group(1) : null;
        var rest = key == null ? detail : keyed.replaceFirst(" ").strip();
        var typed = NAME_COLON_TYPE.matcher(rest);
        if (typed.matches()) {
            return new Attribute(typed.group(2), typed.group(1), key, null);
        }
        if (ONE_WORD.matcher(rest).matches()) {
            return new Attribute(UNTYPED, rest, key, null);
        }
        var two = TWO_WORDS.matcher(rest);
        if (two.matches() && isType(two.group(1)) && ONE_WORD.matcher(two.group(2)).matches()) {
            return new Attribute(two.group(1), two.group(2), key, null);
        }
        if (two.matches() && isType(two.group(2)) && ONE_WORD.matcher(two.group(1)).matches()) {
            return new Attribute(two.group(2), two.group(1), key, null);
        }
        return new Attribute(UNTYPED, plain(rest), key, detail);
    }

    /// What is left of a text without all that a name must not have.
    private static String plain(String text) {
        var name = FOREIGN.matcher(text).replaceAll("_").replaceAll("^[_0-9]+|_+$", "");
        return name.isEmpty() ? UNTYPED : name;
    }

    String text() {
        return type
                + " "
                + name
                + (key == null ? "" : " " + key)
                + (comment == null ? "" : " " + Words.quoted(comment));
    }

    private static boolean isType(String word) {
        return TYPES.contains(word.replaceFirst("\\(.*", "").toLowerCase(Locale.ROOT));
    }
}
