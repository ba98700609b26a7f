package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

import java.util.regex.Pattern;

/// An opaque colour as `#RRGGBB`, or `transparent`.
public record Color(String value) {

    private static final Pattern FORM = Pattern.compile("#[0-9A-Fa-f]{6}|transparent");

    /// Below FORM, which its constructor needs.
    public static final Color TRANSPARENT = new Color("transparent");

    public Color {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("must be #RRGGBB or transparent");
        }
    }
}
