package dev.atelier.adapters.export.mermaid;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Any text in a form that mermaid shows and never reads: whatever could mean something to its
/// grammars, to markdown or to HTML becomes a numbered character such as `#35;`.
final class Words {

    /// The words that begin a line of their own in the grammars that take text without quotes.
    private static final Set<String> KEYWORDS =
            Set.of("title", "section", "timeline", "acctitle", "accdescr", "end");

    /// What mermaid looks for once the numbers are characters again: its own marks for numbered
    /// characters, formulas, icons, backslashes. No number hides them; an invisible space parts
    /// them.
    private static final Pattern COMBINED =
            Pattern.compile("ﬂ(?=°)|¶(?=ß)|\\$(?=\\$)|:(?=fa-)|\\\\");

    private Words() {}

    /// For where a grammar takes a string.
    static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /// For where a grammar reads to the end of the line.
    static String bare(String text) {
        var end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return KEYWORDS.contains(text.substring(0, end).toLowerCase(Locale.ROOT))
                ? numbered(text.charAt(0)) + escaped(text.substring(1))
                : escaped(text);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        var lines = parted(text).strip().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            escaped.append(i == 0 ? "" : "<br/>");
            escape(lines.get(i).codePoints().toArray(), escaped);
        }
        return escaped.toString();
    }

    private static String parted(String text) {
        return COMBINED.matcher(text).replaceAll("$0\u200B");
    }

    private static void escape(int[] line, StringBuilder escaped) {
        for (int i = 0; i < line.length; i++) {
            var before = i == 0 ? ' ' : line[i - 1];
            var after = i == line.length - 1 ? ' ' : line[i + 1];
            if (isHarmless(before, line[i], after)) {
                escaped.appendCodePoint(line[i]);
            } else {
                escaped.append(numbered(line[i]));
            }
        }
    }

    /// A sign is kept where it is part of ordinary writing, and not where markdown has a use for
    /// it: a list begins with `1.`, `1)` or `-`, an address has a dot between letters.
    private static boolean isHarmless(int before, int sign, int after) {
        return switch (sign) {
            case ' ', ',', '?', '!', '\'', '(' -> true;
            case ')' -> !Character.isDigit(before);
            case '.' ->
                    Character.isDigit(before)
                            ? Character.isDigit(after)
                            : Character.isLetter(before) && after == ' ';
            case '-', '/' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
            default -> sign >= 128 || Character.isLetterOrDigit(sign);
        };
    }

    private static String numbered(int sign) {
        return "#" + sign + ";";
    }
}
