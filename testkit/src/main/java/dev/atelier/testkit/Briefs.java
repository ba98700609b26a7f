package dev.atelier.testkit;

import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;

/// Wishes worth naming.
public final class Briefs {

    private Briefs() {}

    public static CanvasBrief aLoginFlow() {
        return asking("Draw the login flow of a web shop");
    }

    public static CanvasBrief asking(String instructions) {
        return new CanvasBrief(
                new Instructions(instructions), CanvasStyle.MODERN, ColorScheme.DEFAULT, null);
    }

    public static CanvasBrief onto(CanvasId canvas) {
        return new CanvasBrief(
                new Instructions("Add a legend — größer, 大きく, 🎨"),
                CanvasStyle.CREATIVE,
                ColorScheme.PASTEL,
                canvas);
    }
}
