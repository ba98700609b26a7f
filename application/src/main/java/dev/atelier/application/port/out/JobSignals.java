package dev.atelier.application.port.out;

import dev.atelier.domain.job.JobId;

import java.util.Set;

/// Tells this node that jobs moved, on whatever node that happened. A hint to look, never the
/// truth: hints may be merged, repeated or lost, so whoever listens looks by itself now and then.
public interface JobSignals {

    /// The listener is called on a thread of the adapter's and must return at once.
    ///
    /// @return ends the subscription
    Subscription listen(Listener listener);

    interface Listener {

        /// Work may be waiting.
        void queued();

        /// These jobs ended (cancelled ones too).
        void ended(Set<JobId> jobs);

        /// Anything may have happened: hints were lost, as after a reconnect.
        void lookAgain();
    }

    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
