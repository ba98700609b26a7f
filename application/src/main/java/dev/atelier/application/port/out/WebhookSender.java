package dev.atelier.application.port.out;

import dev.atelier.domain.job.Announcement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Tells a receiver, signed, and hears its answer.
public interface WebhookSender {

    /// Sends once. Returns within 15 seconds whatever the receiver does, and within a second of an
    /// interrupt.
    ///
    /// @throws InterruptedException if the calling thread is interrupted; whether the receiver got
    ///   the message is not known
    Answer send(Announcement message) throws InterruptedException;

    sealed interface Answer {

        /// The receiver answered.
        ///
        /// @param retryAfter the soonest that it wants to hear again, if it said so
        record Status(int code, @Nullable Duration retryAfter) implements Answer {}

        /// There was no answer.
        ///
        /// @param error in words that a user may see: it tells nothing of our network
        record None(String error) implements Answer {}
    }
}
