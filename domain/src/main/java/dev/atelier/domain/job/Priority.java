package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;

/// Higher runs first: −100 to 100.
public record Priority(int value) {

    public static final Priority NORMAL = new Priority(0);

    public Priority {
        if (value < -100 || value > 100) {
            throw new InvalidValue("must be between -100 and 100");
        }
    }
}
