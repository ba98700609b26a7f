package dev.atelier.adapters.http.limits;

import java.time.Duration;
import java.util.regex.Pattern;

/// So many requests in so much time.
public record RateLimit(long requests, Duration period) {

    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,8})/(second|minute|hour|day)");

    /// Reads `10/minute`; the units are second, minute, hour and day.
    ///
    /// @throws IllegalArgumentException with a message that says what is wanted
    public static RateLimit parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a rate: write a number and a unit, such as 10/minute");
        }
        var period =
                switch (form.group(2)) {
                    case "second" -> Duration.ofSeconds(1);
                    case "minute" -> Duration.ofMinutes(1);
                    case "hour" -> Duration.ofHours(1);
                    default -> Duration.ofDays(1);
                };
        return new RateLimit(Long.parseLong(form.group(1)), period);
    }
}
