package dev.atelier.adapters.ai.gate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to leave a provider alone that asks for it: what it says, or else longer each time that
/// it says nothing (5 s, doubled up to 5 min). A little is added by chance, a tenth at most and
/// never over 10 s, so that nodes do not all come back at once.
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// Whatever a broken server says.
    private static final Duration LONGEST_TOLD = Duration.ofDays(1);

    private static final Duration MOST_JITTER = Duration.ofSeconds(10);

    private final RandomGenerator random;
    private int untold;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    Duration next(@Nullable Duration told) {
        var plain = told == null ? guessed() : min(told, LONGEST_TOLD);
        var most = min(plain.dividedBy(10), MOST_JITTER);
        return plain.plusMillis(Math.round(random.nextDouble() * (double) most.toMillis()));
    }

    /// The provider answers again.
    void over() {
        untold = 0;
    }

    private Duration guessed() {
        var pause = min(FIRST.multipliedBy(1L << untold), LONGEST);
        untold = Math.min(untold + 1, DOUBLINGS);
        return pause;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
