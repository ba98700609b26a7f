package dev.atelier.adapters.ai.theme;

/// What a shape is coloured as, and how strongly.
public record Tone(Hue hue, Strength strength) {

    public static Tone of(Hue hue) {
        return new Tone(hue, Strength.FULL);
    }

    public Tone as(Strength newStrength) {
        return new Tone(hue, newStrength);
    }

    /// One of a series, counted from 0; starts again where the colours run out.
    public static Tone accent(int index) {
        var accents = Hue.values();
        return of(accents[Math.floorMod(index, accents.length)]);
    }

    public enum Strength {
        FULL,
        /// For what belongs to something louder.
        SOFT,
        /// For what lies behind other shapes and must not compete with them.
        FAINT
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
