package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

import java.util.regex.Pattern;

/// An opaque colour as `#RRGGBB`, or `transparent`.
public record Color(String value) {

    public static final Color TRANSPARENT = new Color("transparent");

    private static final Pattern FORM = Pattern.compile("#[0-9A-Fa-f]{6}|transparent");

    public Color {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("must be #RRGGBB or transparent");
        }
    }
}
