package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

import java.util.regex.Pattern;

/// Names one object within its canvas: letters, digits, `_`, `-`, `.` and `:`, at most 100.
public record ObjectId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    public ObjectId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 100 letters, digits, _, -, . or :");
        }
    }
}
