package dev.atelier.domain.canvas;

import java.util.Locale;

/// How a canvas is drawn. Providers never choose it; the user does.
public enum CanvasStyle {
    MODERN,
    CORPORATE,
    CREATIVE,
    MINIMAL;

    /// The name in requests and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
