package dev.atelier.domain.diagram;

import dev.atelier.domain.PlainText;

import java.util.regex.Pattern;

/// Texts from outside made fit for a label: one line, no stray characters, not too long.
public final class Wording {

    public static final int MAX_TITLE = 120;
    public static final int MAX_LABEL = 160;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}&&[^\\u200D]]+");
    private static final String ELLIPSIS = "…";

    private Wording() {}

    /// The text on one line, cut at a word where it is longer than `maxLength`; empty if nothing
    /// visible is left. Tidying twice changes nothing.
    public static String tidy(String text, int maxLength) {
        var line = SPACES.matcher(PlainText.clean(text)).replaceAll(" ").strip();
        if (line.codePoints().noneMatch(Wording::isVisible)) {
            return "";
        }
        return PlainText.length(line) <= maxLength ? line : cut(line, maxLength);
    }

    /// The text with its first letter in upper case.
    public static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var end = text.offsetByCodePoints(0, 1);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(text.codePointAt(0)))
                .append(text, end, text.length())
                .toString();
    }

    private static String cut(String line, int maxLength) {
        var head = line.substring(0, line.offsetByCodePoints(0, maxLength - 1));
        var space = head.lastIndexOf(' ');
        var kept = space > head.length() / 2 ? head.substring(0, space) : head;
        return kept.strip() + ELLIPSIS;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK ->
                    false;
            default -> !Character.isWhitespace(codePoint);
        };
    }
}
