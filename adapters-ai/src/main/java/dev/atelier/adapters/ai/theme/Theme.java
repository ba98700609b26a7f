package dev.atelier.adapters.ai.theme;

import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Paint;

/// How one style and one colour scheme look together. The scheme owns the colours, the style how
/// strongly they are laid on. Meant for a white canvas.
public final class Theme {

    private final Treatment treatment;
    private final Palette palette;

    private Theme(Treatment treatment, Palette palette) {
        this.treatment = treatment;
        this.palette = palette;
    }

    public static Theme of(CanvasStyle style, ColorScheme scheme) {
        return new Theme(Treatment.of(style), Palette.of(scheme));
    }

    public Paint paint(Tone tone) {
        var base = palette.base(tone.hue());
        var fill =
                switch (tone.strength()) {
                    case FULL -> base.mixedWith(Rgb.WHITE, treatment.fillTint());
                    case SOFT -> base.mixedWith(Rgb.WHITE, treatment.softTint());
                    case FAINT -> base.mixedWith(Rgb.WHITE, treatment.faintTint());
                };
        var shaded = base.mixedWith(Rgb.BLACK, treatment.strokeShade());
        return switch (tone.strength()) {
            case FULL, SOFT -> new Paint(fill.toColor(), shaded.toColor(), treatment.strokeWidth());
            case FAINT -> new Paint(fill.toColor(), shaded.mixedWith(fill, 0.6).toColor(), 1);
        };
    }

    /// The colour for text on a shape of this tone: dark ink or white, whichever reads better.
    public Color textOn(Tone tone) {
        var fill = Rgb.parse(paint(tone).fill());
        var ink = palette.ink();
        return (ink.contrastWith(fill) >= Rgb.WHITE.contrastWith(fill) ? ink : Rgb.WHITE).toColor();
    }

    /// The colour for headings and captions, which stand on the bare canvas.
    public Color ink() {
        return palette.ink().toColor();
    }

    public Color lineColor() {
        return palette.line().toColor();
    }

    public double lineWidth() {
        return treatment.lineWidth();
    }

    public double labelSize() {
        return 16;
    }

    public double captionSize() {
        return 14;
    }

    public double headingSize() {
        return treatment.headingSize();
    }
}
