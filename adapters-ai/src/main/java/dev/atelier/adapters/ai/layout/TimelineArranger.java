package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Arranges nodes in their order along one line: a mark for each, its card above or below by turns,
/// and its date, where the label starts with one ("2019: Founded"), across from the card.
final class TimelineArranger implements Arranger {

    private static final Pattern DATED =
            Pattern.compile("(?<date>[^:]{1,24}?)\\s*[:：]\\s+(?<event>.*\\S.*)");

    private static final double TEXT_WIDTH = 148;
    private static final double DATE_WIDTH = 130;
    private static final double STEP = 116;
    static final double MARK = 20;
    private static final double STEM = 48;
    private static final double DATE_GAP = 12;

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) {
        var shapes = new ArrayList<Shape>();
        var lines = new ArrayList<Line>();
        var captions = new ArrayList<Caption>();
        var cards = cards(diagram.nodes(), theme);
        var marks = new ArrayList<Shape>();
        for (int i = 0; i < cards.size(); i++) {
            var card = cards.get(i);
            var above = i % 2 == 0;
            var mark = mark(i, card);
            var shape =
                    card.sized()
                            .at(
                                    i * STEP - card.sized().width() / 2,
                                    above
                                            ? -MARK / 2 - STEM - card.sized().height()
                                            : MARK / 2 + STEM);
            marks.add(mark);
            shapes.add(shape);
            lines.add(Lines.straight(mark, shape, false));
            if (card.date() != null) {
                captions.add(date(card.date(), i * STEP, above));
            }
        }
        for (int i = 1; i < marks.size(); i++) {
            lines.add(i - 1, Lines.straight(marks.get(i - 1), marks.get(i), i == marks.size() - 1));
        }
        shapes.addAll(marks);
        return new Arrangement(shapes, lines, captions);
    }

    private static List<Card> cards(List<Node> nodes, Theme theme) {
        var cards = new ArrayList<Card>();
        for (int i = 0; i < nodes.size(); i++) {
            cards.add(Card.of(nodes.get(i), Tone.accent(i), theme));
        }
        var width = cards.stream().mapToDouble(card -> card.sized().width()).max().orElse(0);
        return cards.stream().map(card -> card.widened(width)).toList();
    }

    private static Shape mark(int index, Card card) {
        var center = index * STEP;
        return new Shape(
                markOf(card.sized().id()),
                Outline.CIRCLE,
                new Bounds(center - MARK / 2, -MARK / 2, center + MARK / 2, MARK / 2),
                null,
                card.sized().tone());
    }

    private static Caption date(TextBlock date, double center, boolean cardIsAbove) {
        var top = cardIsAbove ? MARK / 2 + DATE_GAP : -MARK / 2 - DATE_GAP - date.height();
        return new Caption(date, new Position(center - date.width() / 2, top));
    }

    static String markOf(String node) {
        return node + ":mark";
    }

    /// A node whose label starts with a date, taken apart.
    static Optional<Dated> dated(Node node) {
        var dated = DATED.matcher(node.label());
        if (!dated.matches()) {
            return Optional.empty();
        }
        var event = Wording.capitalised(dated.group("event"));
        return Optional.of(
                new Dated(
                        dated.group("date"),
                        new Node(node.id(), event, node.role(), node.group(), node.details())));
    }

    record Dated(String date, Node event) {}

    private record Card(Sized sized, @Nullable TextBlock date) {

        static Card of(Node node, Tone tone, Theme theme) {
            var dated = dated(node);
            var date = dated.map(it -> TextBlock.wrap(it.date(), DATE_WIDTH, theme.captionSize()));
            var event = dated.map(Dated::event).orElse(node);
            return new Card(
                    Sized.box(event, theme.labelSize(), TEXT_WIDTH, tone), date.orElse(null));
        }

        Card widened(double width) {
            return new Card(sized.widened(width), date);
        }
    }
}
