package dev.atelier.application.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Many signals, one waking. A signal that comes while nobody waits is not lost.
public final class WakeUp {

    private final Semaphore signals = new Semaphore(0);

    public void signal() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    /// Returns at the next signal, at once if there was one since the last call, or when the time
    /// is up.
    public void await(Duration atMost) throws InterruptedException {
        signals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        signals.drainPermits();
    }
}
