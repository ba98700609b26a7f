package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.adapters.ai.theme.Tone.Strength;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// Arranges a board: a column per group under its heading, a card per node, and a last column
/// without a heading for nodes of no group. Edges run straight between their cards.
final class KanbanArranger implements Arranger {

    static final double TEXT_WIDTH = 172;
    static final double WIDTH = TEXT_WIDTH + 36;
    private static final double GAP_ACROSS = 28;
    private static final double GAP_DOWN = 16;
    private static final double GAP_BELOW_HEADING = 24;

    static String columnOf(String group) {
        return group + ":column";
    }

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) {
        var shapes = new ArrayList<Shape>();
        var headings = headings(diagram, theme);
        var headingHeight = headings.stream().mapToDouble(Sized::height).max().orElse(0);
        for (int column = 0; column < headings.size(); column++) {
            var group = diagram.groups().get(column);
            var left = column * (WIDTH + GAP_ACROSS);
            shapes.add(headings.get(column).heightened(headingHeight).at(left, 0));
            shapes.addAll(cards(members(diagram, group), column, headingHeight, theme));
        }
        var loose = diagram.nodes().stream().filter(node -> node.group() == null).toList();
        shapes.addAll(cards(loose, headings.size(), headingHeight, theme));
        return new Arrangement(shapes, lines(diagram, shapes), List.of());
    }

    private static List<Sized> headings(Diagram diagram, Theme theme) {
        var headings = new ArrayList<Sized>();
        for (int column = 0; column < diagram.groups().size(); column++) {
            var group = diagram.groups().get(column);
            var text = TextBlock.wrap(group.label(), TEXT_WIDTH, theme.labelSize() + 2);
            var id = columnOf(group.id());
            var tone = Tone.accent(column);
            headings.add(Sized.around(id, Outline.RECTANGLE, text, tone).widened(WIDTH));
        }
        return headings;
    }

    private static List<Node> members(Diagram diagram, Group group) {
        return diagram.nodes().stream().filter(node -> group.id().equals(node.group())).toList();
    }

    private static List<Shape> cards(
            List<Node> nodes, int column, double headingHeight, Theme theme) {
        var cards = new ArrayList<Shape>();
        var top = headingHeight == 0 ? 0 : headingHeight + GAP_BELOW_HEADING;
        var tone = Tone.accent(column).as(Strength.SOFT);
        for (var node : nodes) {
            var card = Sized.box(node, theme.labelSize(), TEXT_WIDTH, tone).widened(WIDTH);
            cards.add(card.at(column * (WIDTH + GAP_ACROSS), top));
            top += card.height() + GAP_DOWN;
        }
        return cards;
    }

    private static List<Line> lines(Diagram diagram, List<Shape> shapes) {
        var byId = new HashMap<String, Shape>();
        shapes.forEach(shape -> byId.put(shape.id(), shape));
        return diagram.edges().stream()
                .filter(edge -> !edge.from().equals(edge.to()))
                .flatMap(
                        edge -> {
                            var from = byId.get(edge.from());
                            var to = byId.get(edge.to());
                            return from == null || to == null
                                    ? Stream.empty()
                                    : Stream.of(Lines.straight(from, to, true));
                        })
                .toList();
    }
}
