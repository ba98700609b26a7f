package dev.atelier.application.loop;

import java.time.Duration;

/// A moment by which something must be over, on the monotonic clock.
public record Deadline(long nanoTime) {

    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /// @return the time that is left, never negative
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
