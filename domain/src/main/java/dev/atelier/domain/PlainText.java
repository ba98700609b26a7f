package dev.atelier.domain;

/// Rules shared by every text that comes from outside.
public final class PlainText {

    private PlainText() {}

    /// @return the text as it was
    /// @throws InvalidValue if it has control characters (line breaks and tabs aside) or half a
    ///   surrogate pair, which no database column and no screen can hold
    public static String requireClean(String text) {
        if (!text.codePoints().allMatch(PlainText::isClean)) {
            throw new InvalidValue("must not contain control characters or broken Unicode");
        }
        return text;
    }

    /// The same text with everything that [#requireClean] would refuse left out.
    public static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isClean).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// Length as a person counts: in Unicode code points.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isClean(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', '\t' -> true;
            default ->
                    !Character.isISOControl(codePoint)
                            && Character.getType(codePoint) != Character.SURROGATE;
        };
    }
}
