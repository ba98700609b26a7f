package dev.atelier.adapters.http.json;

import dev.atelier.domain.InvalidValue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// A time as clients write it (RFC 3339).
public final class Moment {

    private Moment() {}

    /// @throws InvalidValue if this is none
    public static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new InvalidValue("must be a time such as 2030-01-31T12:00:00Z");
        }
    }
}
