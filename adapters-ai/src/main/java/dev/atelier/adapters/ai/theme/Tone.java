package dev.atelier.adapters.ai.theme;

/// What a shape is coloured as. `soft` is the quieter variant, for what belongs to something
/// louder.
public record Tone(Hue hue, boolean soft) {

    public static Tone of(Hue hue) {
        return new Tone(hue, false);
    }

    public static Tone softly(Hue hue) {
        return new Tone(hue, true);
    }

    /// One of a series, counted from 0; starts again where the colours run out.
    public static Tone accent(int index) {
        var accents = Hue.values();
        return of(accents[Math.floorMod(index, accents.length)]);
    }

    public enum Hue {
        PROCESS,
        START,
        DECISION,
        DATA,
        END,
        ACTOR,
        NOTE
    }
}
