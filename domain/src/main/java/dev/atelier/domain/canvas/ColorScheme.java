package dev.atelier.domain.canvas;

import java.util.Locale;

/// Which family of colours a canvas is drawn in.
public enum ColorScheme {
    DEFAULT,
    PASTEL,
    VIBRANT,
    MONOCHROME;

    /// The name in requests and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
