package dev.atelier.adapters.ai.theme;

import dev.atelier.adapters.ai.theme.Tone.Hue;
import dev.atelier.domain.canvas.ColorScheme;

import java.util.EnumMap;
import java.util.Map;

/// The full-strength colours of one scheme.
record Palette(Map<Hue, Rgb> bases, Rgb ink, Rgb line) {

    private static final Palette DEFAULT =
            new Palette(
                    hues(0x2563EB, 0x0D9488, 0xD97706, 0x7C3AED, 0xDB2777, 0x0284C7, 0xCA8A04),
                    new Rgb(0x1E293B),
                    new Rgb(0x475569));
    private static final Palette PASTEL =
            new Palette(
                    hues(0x7DA7E8, 0x6CC5A9, 0xF2B880, 0xB79AE8, 0xEE9BB4, 0x7CCBDD, 0xE5D07B),
                    new Rgb(0x334155),
                    new Rgb(0x7C8BA1));
    private static final Palette VIBRANT =
            new Palette(
                    hues(0x1D4ED8, 0x059669, 0xF59E0B, 0x9333EA, 0xE11D48, 0x0891B2, 0x65A30D),
                    new Rgb(0x0F172A),
                    new Rgb(0x312E81));
    private static final Palette MONOCHROME =
            new Palette(
                    hues(0x9CA3AF, 0x4B5563, 0x6B7280, 0x8B93A1, 0x374151, 0x7B8492, 0xB6BCC6),
                    new Rgb(0x111827),
                    new Rgb(0x4B5563));

    static Palette of(ColorScheme scheme) {
        return switch (scheme) {
            case DEFAULT -> DEFAULT;
            case PASTEL -> PASTEL;
            case VIBRANT -> VIBRANT;
            case MONOCHROME -> MONOCHROME;
        };
    }

    Rgb base(Hue hue) {
        return bases.getOrDefault(hue, line);
    }

    private static Map<Hue, Rgb> hues(
            int process, int start, int decision, int data, int end, int actor, int note) {
        var bases = new EnumMap<Hue, Rgb>(Hue.class);
        bases.put(Hue.PROCESS, new Rgb(process));
        bases.put(Hue.START, new Rgb(start));
        bases.put(Hue.DECISION, new Rgb(decision));
        bases.put(Hue.DATA, new Rgb(data));
        bases.put(Hue.END, new Rgb(end));
        bases.put(Hue.ACTOR, new Rgb(actor));
        bases.put(Hue.NOTE, new Rgb(note));
        return Map.copyOf(bases);
    }
}
