package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Wording;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the lists that people write: numbered, bulleted, one per line, "first x, then y, finally
/// z", parted by commas or semicolons, or just sentences.
final class Items {

    private static final Pattern NUMBER =
            Request.pattern(
                    "(?:^|(?<=[\\s,;]))(?:step\\s*\\d{1,2}\\s*[.):]?|\\(?\\d{1,2}[.)]|#\\d{1,2})\\s*(?=\\D)");
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:[-*•–▪◦+]|\\[[ x]?])\\s+");
    private static final Pattern SEQUENCE =
            Request.pattern(
                    "(?:^|[,;.]?\\s*\\b(?:and\\s+)?)(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after"
                        + " that|afterwards|finally|lastly|zuerst|dann|danach|schließlich"
                        + "|zuletzt|d'abord|puis|ensuite|enfin|primero|luego|después|finalmente)\\b,?\\s+"
                        + "|[,;.]\\s*(?=if\\s)");
    private static final Pattern CONDITION = Request.pattern("(\\bif\\s[^.;\\n]*?)\\s+then\\s+");
    private static final Pattern SEMICOLON = Pattern.compile("\\s*[;；؛]\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*[,，、،](?!\\d)\\s*");
    private static final Pattern LAST =
            Request.pattern(
                    "\\s*(?:\\s(?:and|und|et|og|och)\\s|\\s&\\s|(?<=\\p{IsHan})(?:和|与))\\s*");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?。！？])\\s*(?=\\S{2})");
    private static final Pattern EDGES =
            Pattern.compile("^[\\s,;.:–*•\"“'-]+|[\\s,;.:–\"”']+$|[。、，]+$");

    private Items() {}

    /// The items in their order; a text without any structure is one item.
    static List<String> read(String instructions) {
        var text = CONDITION.matcher(instructions).replaceAll("$1, ");
        for (var mark : List.of(NUMBER, BULLET, SEQUENCE)) {
            if (mark.matcher(text).results().limit(2).count() > 1) {
                return tidy(Stream.of(mark.split(text)));
            }
        }
        if (text.strip().lines().count() > 1) {
            return tidy(text.lines());
        }
        if (SEMICOLON.matcher(text.strip()).find()) {
            return tidy(Stream.of(SEMICOLON.split(text)));
        }
        var sentences = tidy(Stream.of(SENTENCE.split(text)));
        return sentences.size() > 1 ? sentences : list(text);
    }

    /// What is parted by commas, and by "and" before the last.
    static List<String> list(String text) {
        var parts = List.of(COMMA.split(text, -1));
        var last = LAST.split(parts.getLast());
        var ends = parts.size() > 1 || last.length == 2 ? Stream.of(last) : Stream.of(text);
        return tidy(Stream.concat(parts.stream().limit(parts.size() - 1L), ends));
    }

    private static List<String> tidy(Stream<String> items) {
        return items.map(item -> EDGES.matcher(item).replaceAll(""))
                .map(item -> Wording.capitalised(Wording.tidy(item, Wording.MAX_LABEL)))
                .filter(item -> !item.isEmpty())
                .limit(100)
                .toList();
    }
}
