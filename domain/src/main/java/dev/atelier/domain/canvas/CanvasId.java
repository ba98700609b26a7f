package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

import java.util.regex.Pattern;

/// Names one canvas of one user: letters, digits, `_` and `-`, at most 100.
public record CanvasId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public CanvasId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 100 letters, digits, _ or -");
        }
    }
}
