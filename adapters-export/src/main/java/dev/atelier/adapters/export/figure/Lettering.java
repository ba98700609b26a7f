package dev.atelier.adapters.export.figure;

import dev.atelier.domain.canvas.Label;

import java.util.List;

/// How a label is set: line under line, as it is broken already.
public final class Lettering {

    /// From one line to the next, in font sizes.
    public static final double LINE_HEIGHT = 1.25;

    private Lettering() {}

    public static List<String> lines(Label label) {
        return label.text().lines().toList();
    }

    /// In canvas units.
    public static double height(Label label) {
        return lines(label).size() * label.fontSize() * LINE_HEIGHT;
    }
}
