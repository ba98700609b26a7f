package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a new node is put next to.
///
/// @param like whose colours to take
/// @param way where the new one goes from here
record Anchor(Shape shape, String like, Way way) {

    static final double AHEAD = 64;
    private static final double STEP = 12;
    private static final int STEPS = 40;

    enum Way {
        DOWN,
        UP,
        RIGHT,
        LEFT;

        Way back() {
            return switch (this) {
                case DOWN -> UP;
                case UP -> DOWN;
                case RIGHT -> LEFT;
                case LEFT -> RIGHT;
            };
        }
    }

    /// The same distance ahead, farther and farther to both sides.
    Stream<Bounds> aside(Bounds wanted) {
        var isUpright = way == Way.DOWN || way == Way.UP;
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> i * STEP)
                .flatMap(by -> Stream.of(by, -by))
                .map(
                        by ->
                                isUpright
                                        ? FreeSpace.moved(wanted, by, 0)
                                        : FreeSpace.moved(wanted, 0, by));
    }

    Bounds wanted(Sized sized, Diagram diagram) {
        var box = shape.bounds();
        var ahead = diagram.kind() == Kind.KANBAN ? Planting.BELOW_CARD : AHEAD;
        var left = Lines.middleX(shape) - sized.width() / 2;
        var top =
                diagram.kind() == Kind.SEQUENCE
                        ? box.bottom() - sized.height()
                        : Lines.middleY(shape) - sized.height() / 2;
        return switch (way) {
            case DOWN -> sized.at(left, box.bottom() + ahead).bounds();
            case UP -> sized.at(left, box.top() - ahead - sized.height()).bounds();
            case RIGHT -> sized.at(box.right() + ahead, top).bounds();
            case LEFT -> sized.at(box.left() - ahead - sized.width(), top).bounds();
        };
    }
}
