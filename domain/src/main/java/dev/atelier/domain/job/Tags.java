package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

import java.util.List;

/// Words by which a user finds jobs again: up to 10 different ones of 1 to 128 characters.
public record Tags(List<String> values) {

    public static final Tags NONE = new Tags(List.of());

    public Tags {
        values = values.stream().distinct().toList();
        if (values.size() > 10) {
            throw new InvalidValue("must be at most 10");
        }
        values.forEach(Tags::requireValid);
    }

    /// @throws InvalidValue if this cannot be a tag
    public static void requireValid(String tag) {
        PlainText.requireClean(tag);
        if (tag.isBlank() || PlainText.length(tag) > 128) {
            throw new InvalidValue("each must have 1 to 128 characters");
        }
    }
}
