package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

/// What the user wants drawn, in their own words: 1 to 1,000 characters once trimmed.
public record Instructions(String text) {

    public static final int MAX_LENGTH = 1000;

    public Instructions {
        text = PlainText.requireClean(text.strip());
        if (text.isEmpty()) {
            throw new InvalidValue("must not be empty");
        }
        if (PlainText.length(text) > MAX_LENGTH) {
            throw new InvalidValue("must have at most 1000 characters");
        }
    }
}
