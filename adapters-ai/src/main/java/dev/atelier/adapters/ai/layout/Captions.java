package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import java.util.List;

/// Puts words next to lines, and other words in the place of words.
final class Captions {

    private static final double GAP = 3;
    private static final double BESIDE = 6;

    private final Sheet sheet;

    Captions(Sheet sheet) {
        this.sheet = sheet;
    }

    /// A place for words where they touch nothing, as near to the middle of the line as can be.
    Position beside(List<Position> line, TextBlock words) {
        var middle = Segments.middle(line);
        var lying = Segments.isLevelAtTheMiddle(line);
        var left = lying ? middle.x() - words.width() / 2 : middle.x() + BESIDE;
        var top = lying ? middle.y() - BESIDE - words.height() : middle.y() - words.height() / 2;
        return nearest(words, left, top);
    }

    Position nearest(TextBlock words, double left, double top) {
        var wanted = new Bounds(left, top, left + words.width(), top + words.height());
        var place = sheet.space().nearest(wanted, GAP);
        return new Position(place.left(), place.top());
    }

    /// The same text object with other words, around the same middle where there is room. Where the
    /// owner has put it, it keeps its corner, and what does not fit there is left out.
    ///
    /// @param width how wide they may be, even if the old ones were not
    Text reworded(Text text, String words, double width) {
        var box = text.bounds();
        var whole = TextBlock.wrap(words, Math.max(box.width(), width), text.label().fontSize());
        if (sheet.isPinned(text.id())) {
            return pinned(text, words, whole);
        }
        var left = (box.left() + box.right() - whole.width()) / 2;
        var top = (box.top() + box.bottom() - whole.height()) / 2;
        var wanted = new Bounds(left, top, left + whole.width(), top + whole.height());
        var place = sheet.space(text.id()).nearest(wanted, GAP);
        return with(text, place, whole);
    }

    private Text pinned(Text text, String words, TextBlock whole) {
        var box = text.bounds();
        var wide =
                new Bounds(
                        box.left(),
                        box.top(),
                        box.left() + whole.width(),
                        box.top() + whole.height());
        if (sheet.spaceAmongShapes(text.id()).isFree(wide, 0)) {
            return with(text, wide, whole);
        }
        return TextBlock.shortened(
                        words,
                        box.width(),
                        text.label().fontSize(),
                        it -> Outline.RECTANGLE.holds(box, it))
                .map(it -> with(text, box, it))
                .orElse(text);
    }

    static Text with(Text text, Bounds box, TextBlock words) {
        return new Text(
                text.id(),
                new Position(box.left(), box.top()),
                new Size(box.width(), box.height()),
                new Label(words.text(), words.fontSize(), text.label().color()));
    }
}
