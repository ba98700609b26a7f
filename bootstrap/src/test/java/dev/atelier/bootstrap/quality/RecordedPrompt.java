package dev.atelier.bootstrap.quality;

import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// One prompt of the set and what a model said to it: first, and when its problems came back to it.
///
/// @param finish why the model ended its first reply
record RecordedPrompt(String name, CanvasBrief brief, List<String> replies, String finish) {

    private static final String MARK = "--- ";

    /// The whole set, in the order of its files.
    static List<RecordedPrompt> all() {
        try (var files = Files.list(folder())) {
            return files.sorted().map(RecordedPrompt::read).toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the quality set cannot be read", e);
        }
    }

    /// As if the model said the same whatever it is told.
    RecordedPrompt withFirstReplyOnly() {
        return new RecordedPrompt(name, brief, List.of(replies.getFirst()), finish);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Path folder() throws URISyntaxException {
        var folder = RecordedPrompt.class.getResource("/quality/prompts");
        return Path.of(Objects.requireNonNull(folder).toURI());
    }

    private static RecordedPrompt read(Path file) {
        try {
            var name = file.getFileName().toString().replace(".txt", "");
            return parse(name, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static RecordedPrompt parse(String name, String text) {
        var sections = List.of(("\n" + text).split("\n" + MARK, -1));
        var head = head(sections.getFirst());
        var brief =
                new CanvasBrief(
                        new Instructions(content(name, "instructions", sections.get(1))),
                        CanvasStyle.valueOf(
                                head.getOrDefault("style", "").toUpperCase(Locale.ROOT)),
                        ColorScheme.valueOf(
                                head.getOrDefault("colors", "").toUpperCase(Locale.ROOT)),
                        null);
        var replies =
                sections.subList(2, sections.size()).stream()
                        .map(section -> content(name, "reply", section))
                        .toList();
        if (replies.isEmpty()) {
            throw new IllegalStateException(name + " has no reply");
        }
        return new RecordedPrompt(name, brief, replies, head.getOrDefault("finish", "stop"));
    }

    private static Map<String, String> head(String lines) {
        return Arrays.stream(lines.strip().split("\n"))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String content(String name, String heading, String section) {
        var end = section.indexOf('\n');
        if (!section.substring(0, end).startsWith(heading)) {
            throw new IllegalStateException(name + " has no " + heading + " where it should be");
        }
        return section.substring(end + 1).replaceFirst("\n$", "");
    }
}
