package dev.atelier.adapters.export.svg;

import dev.atelier.adapters.export.figure.Lettering;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Label;

import org.jspecify.annotations.Nullable;

/// Text in the middle of its box, also free text: a heading stands over its picture and a date at
/// its mark, whatever the reader's font makes of their width.
final class Words {

    /// From the middle of a line of Helvetica down to its baseline, in font sizes.
    private static final double BASELINE = 0.35;

    private final Markup xml;

    Words(Markup xml) {
        this.xml = xml;
    }

    void write(@Nullable Label label, Bounds box) {
        if (label == null) {
            return;
        }
        var middle = (box.left() + box.right()) / 2;
        var lineHeight = label.fontSize() * Lettering.LINE_HEIGHT;
        var y =
                (box.top() + box.bottom() - Lettering.height(label) + lineHeight) / 2
                        + BASELINE * label.fontSize();
        xml.open("text")
                .with("font-size", label.fontSize())
                .with("fill", Shapes.color(label.color()))
                .with("text-anchor", "middle");
        for (var line : Lettering.lines(label)) {
            xml.open("tspan").with("x", middle).with("y", y).text(line).close();
            y += lineHeight;
        }
        xml.close();
    }
}
