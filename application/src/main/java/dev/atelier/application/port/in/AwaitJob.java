package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;

import java.time.Duration;

/// Waits for a job to end, whichever node ends it. Thousands may wait at once, each on a virtual
/// thread.
public interface AwaitJob {

    /// Begins a wait, which must be closed.
    ///
    /// @param job the job as the caller knows it
    Wait begin(AIJob job);

    /// How many waits of this node are open.
    int waiting();

    /// Waits until the job has ended or `patience` is over; see [Wait#await].
    default AIJob await(AIJob job, Duration patience) throws InterruptedException {
        try (var wait = begin(job)) {
            return wait.await(patience);
        }
    }

    /// One caller's wait. Whatever becomes of it, the job goes on.
    interface Wait extends AutoCloseable {

        /// @return the job as it stands when it has ended, `patience` is over or the wait is
        ///   closed; as last known if the store cannot be reached, or the job is gone, by then
        /// @throws InterruptedException if the waiting thread is interrupted
        AIJob await(Duration patience) throws InterruptedException;

        /// Ends the wait at once, from another thread; also one that is yet to begin to wait.
        void callOff();

        @Override
        void close();
    }
}
