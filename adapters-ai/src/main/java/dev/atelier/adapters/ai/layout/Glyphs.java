package dev.atelier.adapters.ai.layout;

import java.text.Normalizer;

/// How wide text runs, without a font at hand: the advance widths of Helvetica, which Arial and
/// most sans-serif faces of browsers keep to, and a safe guess for other scripts.
final class Glyphs {

    /// Thousandths of the font size for the characters from space to tilde.
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278,
                278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    private static final int OTHER_LETTER = 640;
    private static final int OTHER_CAPITAL = 760;
    private static final int SEMITIC = 700;
    private static final int INDIC = 800;
    private static final int SPACING_MARK = 450;
    private static final int IDEOGRAPH = 1000;
    private static final int PICTOGRAPH = 1300;

    /// Room for faces that run a little wider than Helvetica.
    private static final double ALLOWANCE = 1.06;

    private Glyphs() {}

    /// Width of a line of text in canvas units.
    static double width(String line, double fontSize) {
        var plain = Normalizer.normalize(line, Normalizer.Form.NFC);
        var thousandths = plain.codePoints().mapToLong(Glyphs::advance).sum();
        return thousandths * fontSize * ALLOWANCE / 1000;
    }

    private static int advance(int codePoint) {
        var letter = withoutAccents(codePoint);
        if (letter >= ' ' && letter <= '~') {
            return ASCII[letter - ' '];
        }
        if (Character.isEmoji(codePoint)) {
            return PICTOGRAPH;
        }
        if (Character.isIdeographic(codePoint) || isFullWidth(codePoint)) {
            return IDEOGRAPH;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.COMBINING_SPACING_MARK -> SPACING_MARK;
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> OTHER_CAPITAL;
            case Character.LOWERCASE_LETTER, Character.MODIFIER_LETTER -> OTHER_LETTER;
            case Character.OTHER_LETTER -> caseless(codePoint);
            default -> IDEOGRAPH;
        };
    }

    private static int withoutAccents(int codePoint) {
        return codePoint <= '~'
                ? codePoint
                : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                        .codePointAt(0);
    }

    private static int caseless(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case ARABIC, HEBREW -> SEMITIC;
            case DEVANAGARI, BENGALI, GUJARATI, GURMUKHI, TAMIL, TELUGU, THAI -> INDIC;
            default -> IDEOGRAPH;
        };
    }

    /// What Japanese shares with other scripts, Latin letters of full width, and the letters of
    /// mathematics.
    private static boolean isFullWidth(int codePoint) {
        return (codePoint >= 0x3000 && codePoint < 0x3100)
                || (codePoint > 0xFF00 && codePoint < 0xFF61)
                || (codePoint >= 0x1D400 && codePoint < 0x1D800);
    }
}
