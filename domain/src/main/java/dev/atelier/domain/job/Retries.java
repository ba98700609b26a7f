package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;

/// How many automatic retries a job has used, of how many it is allowed. The first attempt is not a
/// retry.
public record Retries(int used, int allowed) {

    public Retries {
        if (used < 0 || allowed < 0 || used > allowed) {
            throw new InvalidValue("retries used must be between 0 and those allowed");
        }
    }

    public static Retries none(int allowed) {
        return new Retries(0, allowed);
    }

    public boolean exhausted() {
        return used == allowed;
    }

    public Retries useOne() {
        return new Retries(used + 1, allowed);
    }

    public Retries startOver() {
        return none(allowed);
    }
}
