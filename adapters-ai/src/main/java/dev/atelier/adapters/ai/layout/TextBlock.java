package dev.atelier.adapters.ai.layout;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Text broken into lines, and the room that it takes.
record TextBlock(List<String> lines, double fontSize, double width, double height) {

    private static final double LINE_HEIGHT = 1.25;

    /// Breaks where the script allows it, and within a word only if the word alone is too long.
    static TextBlock wrap(String text, double maxWidth, double fontSize) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text, maxWidth, fontSize)) {
            if (!line.isEmpty() && Glyphs.width((line + piece).strip(), fontSize) > maxWidth) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        lines.removeIf(String::isEmpty);
        return of(lines, fontSize);
    }

    String text() {
        return String.join("\n", lines);
    }

    private static TextBlock of(List<String> lines, double fontSize) {
        var widest = lines.stream().mapToDouble(line -> Glyphs.width(line, fontSize)).max();
        return new TextBlock(
                List.copyOf(lines),
                fontSize,
                Math.ceil(widest.orElse(0)),
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
