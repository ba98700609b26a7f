package dev.atelier.adapters.ai.chat;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Sketch;
import dev.atelier.domain.diagram.Sketch.Form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What we tell a model before the user's words come, and what no canvas may repeat.
final class Rules {

    /// So many letters in a row are no chance. What a model likes to change does not count:
    /// punctuation, case, spaces and line breaks.
    private static final int PASSAGE = 36;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String text;
    private final Set<String> passages;

    private Rules(String text) {
        this.text = text;
        this.passages = passages(text).collect(Collectors.toCollection(HashSet::new));
    }

    /// The rules in a file among the resources.
    static Rules in(String file) {
        try (var in = Rules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new Rules(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    /// Whether a passage of the rules is to be read in the picture, be it across several labels.
    boolean areRepeatedIn(Picture picture) {
        return switch (picture) {
            case Diagram diagram ->
                    areIn(Stream.concat(Stream.of(diagram.title()), labels(diagram)))
                            || areIn(diagram.nodes().stream().map(Node::id));
            case Sketch sketch ->
                    areIn(
                                    Stream.concat(
                                            Stream.of(sketch.title()),
                                            sketch.forms().stream().map(Form::label)))
                            || areIn(sketch.forms().stream().map(Form::id));
        };
    }

    private static Stream<String> labels(Diagram diagram) {
        return Stream.of(
                        diagram.groups().stream().map(Group::label),
                        diagram.nodes().stream()
                                .flatMap(
                                        node ->
                                                Stream.concat(
                                                        Stream.of(node.label()),
                                                        node.details().stream())),
                        diagram.edges().stream().map(Edge::label))
                .flatMap(labels -> labels);
    }

    private boolean areIn(Stream<String> texts) {
        var all = texts.filter(Objects::nonNull).collect(Collectors.joining(" "));
        return passages(all).anyMatch(passages::contains);
    }

    private static Stream<String> passages(String text) {
        var letters = NO_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(0, letters.length() - PASSAGE)
                .mapToObj(at -> letters.substring(at, at + PASSAGE));
    }
}
