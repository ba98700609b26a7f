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

    /// Whether it names a part of what `whole` names, as `a:lifeline` does of `a`. A number makes
    /// no part: `line:1` is a line of its own, also beside a node called `line`.
    public boolean isPartOf(String whole) {
        return value.length() > whole.length() + 1
                && value.startsWith(whole + ":")
                && !Character.isDigit(value.charAt(whole.length() + 1));
    }
}
