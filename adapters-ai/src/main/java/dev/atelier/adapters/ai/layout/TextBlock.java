package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.PlainText;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.diagram.Diagram.Node;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Text broken into lines, and the room that it takes.
public record TextBlock(List<String> lines, double fontSize, double width, double height) {

    private static final double LINE_HEIGHT = 1.25;
    private static final String ELLIPSIS = "…";

    /// Nobody sees whether more lines than that are equally long.
    private static final int MOST_BALANCED = 8;

    private static final int BALANCING_STEPS = 5;

    /// Breaks where the script allows it, and within a word only if the word alone is too long. The
    /// lines are about equally long, as many as there have to be.
    static TextBlock wrap(String text, double maxWidth, double fontSize) {
        var pieces = pieces(text, maxWidth, fontSize);
        return of(
                balanced(pieces, lines(pieces, maxWidth, fontSize), maxWidth, fontSize), fontSize);
    }

    /// Whether a word would be broken in lines of this width.
    static boolean breaksWords(String text, double maxWidth, double fontSize) {
        return split(text, BreakIterator.getLineInstance(Locale.ROOT)).stream()
                .anyMatch(word -> Glyphs.width(word.strip(), fontSize) > maxWidth);
    }

    private static List<String> lines(List<String> pieces, double maxWidth, double fontSize) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces) {
            if (!line.isEmpty() && Glyphs.width((line + piece).strip(), fontSize) > maxWidth) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static List<String> balanced(
            List<String> pieces, List<String> greedy, double maxWidth, double fontSize) {
        if (greedy.size() < 2 || greedy.size() > MOST_BALANCED) {
            return greedy;
        }
        var best = greedy;
        var tooNarrow = maxWidth / 2;
        var enough = maxWidth;
        for (int step = 0; step < BALANCING_STEPS; step++) {
            var width = (tooNarrow + enough) / 2;
            var narrower = lines(pieces, width, fontSize);
            if (narrower.size() > greedy.size()) {
                tooNarrow = width;
            } else {
                enough = width;
                best = narrower;
            }
        }
        return best;
    }

    /// A node's label and, a line apart, its details, as many as a label on the canvas may hold.
    static TextBlock wrap(Node node, double maxWidth, double fontSize) {
        var label = wrap(node.label(), maxWidth, fontSize);
        if (node.details().isEmpty()) {
            return label;
        }
        var lines = new ArrayList<>(label.lines());
        lines.add("");
        int length = PlainText.length(label.text());
        for (var detail : node.details()) {
            var more = wrap(detail, maxWidth, fontSize);
            length += PlainText.length(more.text()) + 2;
            if (length >= Label.MAX_LENGTH - 10) {
                lines.add(ELLIPSIS);
                break;
            }
            lines.addAll(more.lines());
        }
        return of(lines, fontSize);
    }

    /// The longest beginning of the text that fits, with an ellipsis where something was left out.
    static Optional<TextBlock> shortened(
            String text, double maxWidth, double fontSize, Predicate<TextBlock> fits) {
        var whole = wrap(text, maxWidth, fontSize);
        if (fits.test(whole)) {
            return Optional.of(whole);
        }
        var ends = ends(text);
        int kept = 0;
        int beyond = ends.size();
        while (beyond - kept > 1) {
            var middle = (kept + beyond) / 2;
            if (fits.test(wrap(cut(text, ends.get(middle)), maxWidth, fontSize))) {
                kept = middle;
            } else {
                beyond = middle;
            }
        }
        var best = wrap(cut(text, ends.get(kept)), maxWidth, fontSize);
        return fits.test(best) ? Optional.of(best) : Optional.empty();
    }

    private static String cut(String text, int end) {
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    private static List<Integer> ends(String text) {
        var ends = new ArrayList<Integer>();
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        for (int at = characters.first(); at != BreakIterator.DONE; at = characters.next()) {
            ends.add(at);
        }
        return ends;
    }

    /// The room that a text takes whose lines are broken already.
    public static TextBlock of(Label label) {
        return of(label.text().lines().toList(), label.fontSize());
    }

    /// The room that the text takes in the middle of a box.
    public Bounds centredIn(Bounds box) {
        var left = (box.left() + box.right() - width) / 2;
        var top = (box.top() + box.bottom() - height) / 2;
        return new Bounds(left, top, left + width, top + height);
    }

    String text() {
        return String.join("\n", lines);
    }

    private static TextBlock of(List<String> lines, double fontSize) {
        var widest = lines.stream().mapToDouble(line -> Glyphs.width(line, fontSize)).max();
        return new TextBlock(
                List.copyOf(lines),
                fontSize,
                Math.max(1, Math.ceil(widest.orElse(0))),
                Math.ceil(lines.size() * fontSize * LINE_HEIGHT));
    }

    private static List<String> pieces(String text, double maxWidth, double fontSize) {
        return split(text, BreakIterator.getLineInstance(Locale.ROOT)).stream()
                .flatMap(
                        word ->
                                Glyphs.width(word.strip(), fontSize) > maxWidth
                                        ? split(
                                                word,
                                                BreakIterator.getCharacterInstance(Locale.ROOT))
                                                .stream()
                                        : Stream.of(word))
                .toList();
    }

    private static List<String> split(String text, BreakIterator breaks) {
        var parts = new ArrayList<String>();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            parts.add(text.substring(from, to));
        }
        return parts;
    }
}
