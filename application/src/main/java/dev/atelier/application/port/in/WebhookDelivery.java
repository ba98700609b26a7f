package dev.atelier.application.port.in;

import dev.atelier.domain.job.Announcement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One message and what became of it.
///
/// @param nextAttemptAt when it is tried again at the latest; null unless it is pending
/// @param attempts oldest first, the last [#MAX_ATTEMPTS]
public record WebhookDelivery(
        Announcement message,
        Status status,
        @Nullable Instant nextAttemptAt,
        List<Attempt> attempts) {

    public static final int MAX_ATTEMPTS = 50;

    public enum Status {
        /// To be sent, or to be sent again.
        PENDING,
        /// The receiver has taken it.
        DELIVERED,
        /// Given up after the last attempt.
        FAILED,
        /// The receiver said that it wants no more.
        GONE;

        /// The name on the wire and in the database.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One try to send. Exactly one of status code and error is null.
    ///
    /// @param number counts all tries of this message from 1; one that ended with its process is
    ///   missing
    /// @param statusCode what the receiver answered; null if it did not
    /// @param error why there was no answer, safe to show
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer statusCode,
            @Nullable String error,
            Duration took) {

        public boolean failed() {
            return statusCode == null || statusCode / 100 != 2;
        }

        /// What went wrong in words; null if nothing did.
        public @Nullable String problem() {
            if (!failed()) {
                return null;
            }
            return error != null ? error : "the receiver answered " + statusCode;
        }
    }

    /// Why the last attempt failed; null if it did not, or there was none.
    public @Nullable String lastError() {
        return attempts.isEmpty() ? null : attempts.getLast().problem();
    }
}
