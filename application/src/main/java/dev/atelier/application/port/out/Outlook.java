package dev.atelier.application.port.out;

import java.time.Duration;

/// Tells in one answer which kinds of work there are, so that a node that has nothing to do asks
/// one question instead of one for each. The store's clock decides what is due.
public interface Outlook {

    /// @param soon how far ahead to look
    Sight look(Duration soon);

    /// What there is on all nodes together.
    ///
    /// @param waiting a job could be claimed now, or a delayed one falls due soon
    /// @param running a worker holds a job
    /// @param expired a queued job's time to start by has passed
    /// @param announcing a message is due, or falls due soon
    /// @param paused an administrator has paused something
    record Sight(
            boolean waiting, boolean running, boolean expired, boolean announcing, boolean paused) {

        /// Who has not looked yet must reckon with everything.
        public static final Sight UNKNOWN = new Sight(true, true, true, true, true);
    }
}
