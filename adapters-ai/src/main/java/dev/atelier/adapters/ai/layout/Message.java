package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.diagram.Diagram.Edge;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// An edge of a sequence, from one column to another or back to the same.
record Message(Edge edge, int from, int to, @Nullable TextBlock words) {

    private static final double TEXT_WIDTH = 190;

    static Message of(Edge edge, int from, int to, Theme theme) {
        var words =
                edge.label() == null
                        ? null
                        : TextBlock.wrap(edge.label(), TEXT_WIDTH, theme.captionSize());
        return new Message(edge, from, to, words);
    }

    Optional<TextBlock> text() {
        return Optional.ofNullable(words);
    }

    boolean isLoop() {
        return from == to;
    }

    int leftmost() {
        return Math.min(from, to);
    }

    int rightmost() {
        return Math.max(from, to);
    }

    double width() {
        return words == null ? 0 : words.width();
    }

    double height() {
        return words == null ? 0 : words.height();
    }
}
