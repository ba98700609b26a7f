package dev.atelier.application.watch;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;

import java.time.Instant;

/// What a watcher reads: lies in its [Mailbox], or was found in the log.
sealed interface Mail {

    /// @param surePast whatever was written until then came before this
    record Move(JobMove move, Instant surePast) implements Mail {}

    /// Found in the log; there may be mail about it as well.
    ///
    /// @param surePast whatever was written until then was found before this
    record Entry(JobMove move, Instant surePast) implements Mail {}

    /// Progress or a drawing: the latest, whatever was said before.
    record Word(Update update) implements Mail {}

    /// There was no room for all: what is missing is in the log.
    record Overflow() implements Mail {}
}
