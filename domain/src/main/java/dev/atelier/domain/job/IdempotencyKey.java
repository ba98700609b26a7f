package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;

import java.util.regex.Pattern;

/// Names one intended submission: 1 to 255 visible ASCII characters, chosen by the client.
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 255 visible ASCII characters");
        }
    }
}
