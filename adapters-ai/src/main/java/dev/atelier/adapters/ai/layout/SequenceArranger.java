package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone.Strength;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Arranges who talks to whom: the participants side by side, a lifeline below each, and the
/// messages between the lifelines in their order, each in a row of its own. A message's text stands
/// above it between two neighbouring lifelines, which keep the distance that it needs.
final class SequenceArranger implements Arranger {

    static final double LIFELINE_WIDTH = 6;

    /// What a text between two lifelines needs beside its own width.
    static final double CAPTION_ROOM = LIFELINE_WIDTH + 32;

    static final double LOOP = 30;
    static final double LOOP_HEIGHT = 26;

    /// What a loop to the right of a lifeline needs beside the width of its text.
    static final double LOOP_ROOM = CAPTION_ROOM + LOOP;

    static final double PADDING = 8;
    static final double ROW_GAP = 22;
    static final double CAPTION_GAP = 5;
    static final double TAIL = 28;
    private static final String LIFELINE = ":lifeline";

    static String lifelineOf(String participant) {
        return participant + LIFELINE;
    }

    static boolean isLifeline(String id) {
        return id.contains(LIFELINE);
    }

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) {
        var heads = heads(diagram, theme);
        var messages = messages(diagram, theme);
        var columns = SequenceColumns.of(heads, messages);
        var rows = new Rows(columns);
        messages.forEach(rows::add);

        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < heads.size(); i++) {
            var head = heads.get(i);
            shapes.add(head.at(columns.at(i) - head.width() / 2, -head.height()));
        }
        for (int i = 0; i < heads.size(); i++) {
            shapes.add(lifeline(heads.get(i), columns.at(i), 0, rows.bottom + TAIL));
        }
        return new Arrangement(shapes, rows.lines, rows.captions);
    }

    /// A participant is a circle only as an actor with a short name.
    static Sized head(Node node, Theme theme) {
        return node.role() == Role.ACTOR
                ? Sized.of(node, theme.labelSize())
                : Sized.box(node, theme.labelSize());
    }

    static Shape lifeline(Sized head, double center, double top, double bottom) {
        return new Shape(
                lifelineOf(head.id()),
                Outline.RECTANGLE,
                new Bounds(center - LIFELINE_WIDTH / 2, top, center + LIFELINE_WIDTH / 2, bottom),
                null,
                head.tone().as(Strength.SOFT));
    }

    private static List<Sized> heads(Diagram diagram, Theme theme) {
        var heads = diagram.nodes().stream().map(node -> head(node, theme)).toList();
        var height =
                heads.stream()
                        .filter(head -> head.outline() == Outline.RECTANGLE)
                        .mapToDouble(Sized::height)
                        .max()
                        .orElse(0);
        return heads.stream()
                .map(head -> head.outline() == Outline.RECTANGLE ? head.heightened(height) : head)
                .toList();
    }

    private static List<Message> messages(Diagram diagram, Theme theme) {
        var columns = new HashMap<String, Integer>();
        diagram.nodes().forEach(node -> columns.put(node.id(), columns.size()));
        return diagram.edges().stream()
                .map(
                        edge ->
                                Message.of(
                                        edge,
                                        columns.getOrDefault(edge.from(), 0),
                                        columns.getOrDefault(edge.to(), 0),
                                        theme))
                .toList();
    }

    /// What has been drawn so far, and down to where.
    private static final class Rows {

        private final SequenceColumns columns;
        private final List<Line> lines = new ArrayList<>();
        private final List<Caption> captions = new ArrayList<>();
        private double bottom = 0;

        Rows(SequenceColumns columns) {
            this.columns = columns;
        }

        void add(Message message) {
            if (message.isLoop()) {
                loop(message);
            } else {
                arrow(message);
            }
        }

        private void arrow(Message message) {
            var top = bottom + ROW_GAP;
            bottom = top + message.height() + CAPTION_GAP;
            message.text()
                    .ifPresent(
                            text -> {
                                var left = columns.middleFor(message) - text.width() / 2;
                                captions.add(new Caption(text, new Position(left, top)));
                            });
            var side = message.to() > message.from() ? 1 : -1;
            var start = columns.at(message.from()) + side * LIFELINE_WIDTH / 2;
            var end = columns.at(message.to()) - side * LIFELINE_WIDTH / 2;
            add(message, List.of(new Position(start, bottom), new Position(end, bottom)));
        }

        private void loop(Message message) {
            var height = Math.max(LOOP_HEIGHT, message.height());
            var top = bottom + ROW_GAP;
            bottom = top + height;
            var middle = top + height / 2;
            var edge = columns.at(message.from()) + LIFELINE_WIDTH / 2;
            var upper = middle - LOOP_HEIGHT / 2;
            var lower = middle + LOOP_HEIGHT / 2;
            message.text()
                    .ifPresent(
                            text -> {
                                var left = edge + LOOP + PADDING;
                                var at = new Position(left, middle - text.height() / 2);
                                captions.add(new Caption(text, at));
                            });
            add(
                    message,
                    List.of(
                            new Position(edge, upper),
                            new Position(edge + LOOP, upper),
                            new Position(edge + LOOP, lower),
                            new Position(edge, lower)));
        }

        private void add(Message message, List<Position> points) {
            var edge = message.edge();
            lines.add(new Line(lifelineOf(edge.from()), lifelineOf(edge.to()), points, true));
        }
    }
}
