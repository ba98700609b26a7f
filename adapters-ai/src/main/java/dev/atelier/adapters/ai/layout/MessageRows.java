package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Adds messages below those that a sequence has, and lengthens its lifelines for them.
final class MessageRows {

    private final Sheet sheet;

    MessageRows(Sheet sheet) {
        this.sheet = sheet;
    }

    /// Makes room for one more message.
    ///
    /// @param height of its text
    /// @return its line between the two lifelines
    List<Position> next(Shape from, Shape to, double height) {
        var isLoop = from.id().equals(to.id());
        var row = isLoop ? Math.max(SequenceArranger.LOOP_HEIGHT, height) : height;
        var y = lowest(from, to) + SequenceArranger.ROW_GAP + row;
        lengthen(y + SequenceArranger.TAIL);
        return between(grown(from), grown(to), isLoop ? y - SequenceArranger.LOOP_HEIGHT : y);
    }

    private Shape grown(Shape lifeline) {
        return sheet.shape(lifeline.id()).orElse(lifeline);
    }

    /// A level line at this height where both lifelines reach it, else a straight one.
    static List<Position> between(Shape from, Shape to, double y) {
        var a = from.bounds();
        var b = to.bounds();
        if (from.id().equals(to.id())) {
            var top = Math.clamp(y, a.top(), a.bottom());
            var bottom = Math.min(top + SequenceArranger.LOOP_HEIGHT, a.bottom());
            var right = a.right() + SequenceArranger.LOOP;
            return List.of(
                    new Position(a.right(), top),
                    new Position(right, top),
                    new Position(right, bottom),
                    new Position(a.right(), bottom));
        }
        var isReached = y >= Math.max(a.top(), b.top()) && y <= Math.min(a.bottom(), b.bottom());
        if (isReached && a.right() < b.left()) {
            return List.of(new Position(a.right(), y), new Position(b.left(), y));
        }
        if (isReached && b.right() < a.left()) {
            return List.of(new Position(a.left(), y), new Position(b.right(), y));
        }
        return Lines.straight(from, to, true).points();
    }

    /// Where the last message of the sequence is, or the lifelines begin.
    private double lowest(Shape from, Shape to) {
        var start = Math.max(from.bounds().top(), to.bounds().top());
        return sheet.lines()
                .filter(line -> isLifeline(line.from()) && isLifeline(line.to()))
                .mapToDouble(line -> line.bounds().bottom())
                .reduce(start, Math::max);
    }

    private static boolean isLifeline(@Nullable ObjectId id) {
        return id != null && SequenceArranger.isLifeline(id.value());
    }

    private void lengthen(double bottom) {
        var lifelines =
                sheet.shapes()
                        .filter(it -> SequenceArranger.isLifeline(it.id().value()))
                        .filter(it -> it.bounds().bottom() < bottom)
                        .toList();
        for (var lifeline : lifelines) {
            var box = lifeline.bounds();
            var longer = new Bounds(box.left(), box.top(), box.right(), bottom);
            if (sheet.spaceAmongShapes(lifeline.id()).isFree(longer, 0)) {
                sheet.replace(Relabelling.with(lifeline, longer, null));
            }
        }
    }
}
