package dev.atelier.adapters.ai.theme;

import dev.atelier.domain.canvas.Color;

import java.util.Locale;

/// A colour that one can compute with.
record Rgb(int value) {

    static final Rgb WHITE = new Rgb(0xFFFFFF);
    static final Rgb BLACK = new Rgb(0x000000);

    static Rgb parse(Color color) {
        return new Rgb(Integer.parseInt(color.value().substring(1), 16));
    }

    Color toColor() {
        return new Color(String.format(Locale.ROOT, "#%06X", value));
    }

    /// @param share how much of the other colour, from 0 to 1
    Rgb mixedWith(Rgb other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            var channel = channel(shift) * (1 - share) + other.channel(shift) * share;
            mixed |= (int) Math.round(channel) << shift;
        }
        return new Rgb(mixed);
    }

    /// Contrast ratio from 1 to 21 (WCAG 2.2).
    double contrastWith(Rgb other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
    }

    private double linear(int shift) {
        var channel = channel(shift) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private int channel(int shift) {
        return value >> shift & 0xFF;
    }
}
