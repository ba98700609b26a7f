package dev.atelier.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is pushed forward.
public final class MutableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public MutableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    public static MutableClock atNoon() {
        return new MutableClock(Jobs.NOON);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void pushForward(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }
}
