package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

/// Who owns a job or a canvas: the subject of their token, 1 to 128 characters.
public record UserId(String value) {

    public static final int MAX_LENGTH = 128;

    public UserId {
        PlainText.requireClean(value);
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new InvalidValue("a user id must have 1 to 128 characters");
        }
    }
}
