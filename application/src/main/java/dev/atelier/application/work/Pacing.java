package dev.atelier.application.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How long to sleep when nobody signals: until the next job falls due, and never longer than
/// `poll`.
record Pacing(Duration poll, InstantSource clock) {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    Duration until(Optional<Instant> due) {
        var wait = due.map(at -> Duration.between(clock.instant(), at)).orElse(poll);
        if (wait.compareTo(poll) > 0) {
            return poll;
        }
        return wait.compareTo(AT_ONCE) > 0 ? wait : AT_ONCE;
    }
}
