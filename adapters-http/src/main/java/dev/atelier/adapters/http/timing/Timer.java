package dev.atelier.adapters.http.timing;

import java.time.Duration;

/// A clock and its alarms.
public interface Timer {

    /// A reading in nanoseconds; only the difference of two readings means anything.
    long nanoTime();

    /// Runs the task once, not before the delay is over. All tasks share one thread: they must be
    /// short and never wait for a client.
    Alarm in(Duration delay, Runnable task);

    /// A task that is due some time.
    interface Alarm {

        /// Does nothing where the task has begun already.
        void cancel();
    }
}
