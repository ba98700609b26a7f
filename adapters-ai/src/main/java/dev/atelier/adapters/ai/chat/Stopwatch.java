package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a call takes, how long its first word did, and each that followed.
final class Stopwatch {

    private final LongSupplier nanoTime;
    private final long start;
    private Duration duration = Duration.ZERO;
    private @Nullable Duration firstToken;
    private Duration lastPiece = Duration.ZERO;
    private int pieces;

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    void piece(String text) {
        if (text.isEmpty()) {
            return;
        }
        pieces++;
        lastPiece = elapsed();
        if (firstToken == null) {
            firstToken = lastPiece;
        }
    }

    void stop() {
        duration = elapsed();
    }

    @Nullable Duration firstToken() {
        return firstToken;
    }

    /// From one piece to the next, on average; null if there were not two.
    @Nullable Duration perPiece() {
        return firstToken == null || pieces < 2
                ? null
                : lastPiece.minus(firstToken).dividedBy(pieces - 1L);
    }

    Duration duration() {
        return duration;
    }

    private Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
