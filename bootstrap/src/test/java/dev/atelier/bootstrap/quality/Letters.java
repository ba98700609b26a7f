package dev.atelier.bootstrap.quality;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How wide text is, roughly: every letter that a reader sees belongs to one of a few classes of
/// width. Coarser than any font's table, and made without looking at ours.
final class Letters {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final String SLIM = "ijlI|!.,:;'`’‘·";
    private static final String NARROW = "ftr()[]{}/\\-\"*° “”„";
    private static final String WIDE = "mwMWOQGDHNU&%@ΩМШЩЖЮЫФшщжюм";

    private Letters() {}

    /// Width of a line in canvas units.
    static double width(String line, double fontSize) {
        return CLUSTER.matcher(line).results().mapToDouble(Letters::width).sum() * fontSize;
    }

    /// Of what the reader takes for one letter, in font sizes.
    private static double width(MatchResult cluster) {
        var text = cluster.group();
        if (text.codePoints().anyMatch(Character::isEmojiPresentation)) {
            return 1.25;
        }
        return text.codePoints().map(Letters::withoutAccent).mapToDouble(Letters::width).sum();
    }

    private static int withoutAccent(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN
                ? Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                        .codePointAt(0)
                : letter;
    }

    private static double width(int letter) {
        if (letter < 0x3000 && SLIM.indexOf(letter) >= 0) {
            return 0.25;
        }
        if (letter < 0x3000 && NARROW.indexOf(letter) >= 0) {
            return 0.32;
        }
        if (letter < 0x3000 && WIDE.indexOf(letter) >= 0) {
            return 0.8;
        }
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL ->
                    0;
            case Character.UPPERCASE_LETTER -> 0.67;
            default -> isFull(letter) ? 1 : 0.54;
        };
    }

    private static boolean isFull(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default ->
                    (letter >= 0x3000 && letter <= 0x30FF)
                            || (letter >= 0xFF00 && letter < 0xFF61)
                            || (letter >= 0x1D400 && letter < 0x1D800);
        };
    }
}
