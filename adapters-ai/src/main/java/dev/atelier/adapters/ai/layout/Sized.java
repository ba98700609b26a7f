package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.adapters.ai.theme.Tone.Hue;
import dev.atelier.adapters.ai.theme.Tone.Strength;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.List;

/// A node that knows its form and how much room it takes, but not yet where.
record Sized(String id, Outline outline, TextBlock text, Tone tone, double width, double height) {

    private static final double TEXT_WIDTH = 168;
    private static final double NARROW = 152;
    private static final List<Double> DECISION_TEXT_WIDTHS = List.of(128.0, 176.0, 224.0);
    private static final int DECISION_LINES = 3;
    private static final double TERMINAL_TEXT_WIDTH = 76;
    private static final double MIN_WIDTH = 128;

    /// Whether the form or the colour of a node tells its role.
    static boolean hasRoles(Kind kind) {
        return switch (kind) {
            case FLOWCHART, SEQUENCE, ENTITY_RELATIONSHIP -> true;
            case MIND_MAP, ORG_CHART, TIMELINE, KANBAN -> false;
        };
    }

    /// What a node looks like that comes into a diagram of this kind.
    static Sized of(Node node, Kind kind, Theme theme) {
        var size = theme.labelSize();
        return switch (kind) {
            case FLOWCHART -> of(node, size);
            case SEQUENCE -> SequenceArranger.head(node, theme);
            case ENTITY_RELATIONSHIP -> box(node, size);
            case MIND_MAP, ORG_CHART, TIMELINE -> box(node, size, NARROW, Tone.accent(0));
            case KANBAN ->
                    box(node, size, TEXT_WIDTH, Tone.accent(0).as(Strength.SOFT))
                            .widened(KanbanArranger.WIDTH);
        };
    }

    /// The form and colour that the node's role asks for.
    static Sized of(Node node, double fontSize) {
        return switch (node.role()) {
            case START -> terminal(node, fontSize, Hue.START);
            case END -> terminal(node, fontSize, Hue.END);
            case ACTOR -> terminal(node, fontSize, Hue.ACTOR);
            case DECISION -> decision(node, fontSize);
            case PROCESS, DATA, NOTE -> box(node, fontSize);
        };
    }

    /// A long question makes a wide diamond rather than a tall one.
    private static Sized decision(Node node, double fontSize) {
        var texts =
                DECISION_TEXT_WIDTHS.stream()
                        .map(width -> TextBlock.wrap(node, width, fontSize))
                        .toList();
        var text =
                texts.stream()
                        .filter(it -> it.lines().size() <= DECISION_LINES)
                        .findFirst()
                        .orElse(texts.getLast());
        return around(node.id(), Outline.DIAMOND, text, Tone.of(Hue.DECISION));
    }

    /// A box in the colour that the node's role asks for.
    static Sized box(Node node, double fontSize) {
        var hue =
                switch (node.role()) {
                    case START -> Hue.START;
                    case END -> Hue.END;
                    case PROCESS -> Hue.PROCESS;
                    case DECISION -> Hue.DECISION;
                    case DATA -> Hue.DATA;
                    case ACTOR -> Hue.ACTOR;
                    case NOTE -> Hue.NOTE;
                };
        return box(node, fontSize, TEXT_WIDTH, Tone.of(hue));
    }

    static Sized box(Node node, double fontSize, double textWidth, Tone tone) {
        var text = TextBlock.wrap(node, textWidth, fontSize);
        return around(node.id(), Outline.RECTANGLE, text, tone);
    }

    /// Short words get a circle; what would need a big one gets a box.
    private static Sized terminal(Node node, double fontSize, Hue hue) {
        var text = TextBlock.wrap(node, TERMINAL_TEXT_WIDTH, fontSize);
        return text.lines().size() <= 2
                        && !TextBlock.breaksWords(node.label(), TERMINAL_TEXT_WIDTH, fontSize)
                ? around(node.id(), Outline.CIRCLE, text, Tone.of(hue))
                : box(node, fontSize);
    }

    static Sized around(String id, Outline outline, TextBlock text, Tone tone) {
        var size = outline.around(text);
        var width = outline == Outline.RECTANGLE ? Math.max(MIN_WIDTH, size.width()) : size.width();
        return new Sized(id, outline, text, tone, width, size.height());
    }

    Sized widened(double newWidth) {
        return new Sized(id, outline, text, tone, newWidth, height);
    }

    Sized heightened(double newHeight) {
        return new Sized(id, outline, text, tone, width, newHeight);
    }

    Sized toned(Tone newTone) {
        return new Sized(id, outline, text, newTone, width, height);
    }

    Shape at(double left, double top) {
        return new Shape(
                id, outline, new Bounds(left, top, left + width, top + height), text, tone);
    }

    Shape centredAt(Position center) {
        return at(center.x() - width / 2, center.y() - height / 2);
    }
}
