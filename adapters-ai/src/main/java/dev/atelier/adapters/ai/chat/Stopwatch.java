package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a call takes, and how long its first word did.
final class Stopwatch {

    private final LongSupplier nanoTime;
    private final long start;
    private Duration duration = Duration.ZERO;
    private @Nullable Duration firstToken;

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    void firstToken(String piece) {
        if (firstToken == null && !piece.isEmpty()) {
            firstToken = elapsed();
        }
    }

    void stop() {
        duration = elapsed();
    }

    @Nullable Duration firstToken() {
        return firstToken;
    }

    Duration duration() {
        return duration;
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
