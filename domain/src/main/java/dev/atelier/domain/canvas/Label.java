package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

/// Text on the canvas, already broken into lines by `\n`; `fontSize` in canvas units, 4 to 400.
public record Label(String text, double fontSize, Color color) {

    public static final int MAX_LENGTH = 2000;

    public Label {
        requireText(text);
        if (!(fontSize >= 4 && fontSize <= 400)) {
            throw new InvalidValue("fontSize must be between 4 and 400");
        }
    }

    /// @return the text as it was
    /// @throws InvalidValue if no label can say it
    public static String requireText(String text) {
        PlainText.requireClean(text);
        if (text.isBlank() || PlainText.length(text) > MAX_LENGTH) {
            throw new InvalidValue("text must have 1 to 2000 characters");
        }
        return text;
    }
}
