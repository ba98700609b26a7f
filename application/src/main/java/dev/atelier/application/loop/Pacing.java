package dev.atelier.application.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How long to sleep when nobody signals: until the next thing falls due, or until a provider can
/// be asked again, and never longer than `poll`. A due time in the past still waits a moment: our
/// clock may be ahead of the store's, and asking without pause would not make it due.
public record Pacing(Duration poll, InstantSource clock) {

    private static final Duration A_MOMENT = Duration.ofMillis(20);

    public Duration until(Optional<Instant> due) {
        var wait = due.map(at -> Duration.between(clock.instant(), at)).orElse(poll);
        if (wait.compareTo(poll) > 0) {
            return poll;
        }
        return wait.compareTo(A_MOMENT) > 0 ? wait : A_MOMENT;
    }
}
