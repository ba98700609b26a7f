package dev.atelier.domain.job;

import dev.atelier.domain.PlainText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/// Why an attempt failed, classified once, with a message that is safe to show to the user.
///
/// @param retryAfter the soonest that another attempt makes sense, if the provider said so
public record Failure(Kind kind, String message, @Nullable Duration retryAfter) {

    public static final int MAX_MESSAGE_LENGTH = 500;

    public Failure {
        message = PlainText.clean(message);
        if (message.length() > MAX_MESSAGE_LENGTH) {
            message = PlainText.clean(message.substring(0, MAX_MESSAGE_LENGTH));
        }
    }

    public static Failure transientFailure(String message) {
        return new Failure(Kind.TRANSIENT, message, null);
    }

    public static Failure rateLimited(String message, @Nullable Duration retryAfter) {
        return new Failure(Kind.RATE_LIMITED, message, retryAfter);
    }

    public static Failure permanent(String message) {
        return new Failure(Kind.PERMANENT, message, null);
    }

    public static Failure refused(String message) {
        return new Failure(Kind.REFUSED, message, null);
    }

    public static Failure timedOut(Duration limit) {
        return new Failure(
                Kind.TIMED_OUT,
                "The attempt took longer than " + limit.toSeconds() + " seconds",
                null);
    }

    public static Failure abandoned() {
        return new Failure(Kind.ABANDONED, "The worker stopped responding", null);
    }

    public static Failure expired() {
        return new Failure(Kind.EXPIRED, "expired before it could start", null);
    }

    /// What stands behind a failure, which is all that decides whether another attempt makes sense.
    public enum Kind {
        /// It may work next time.
        TRANSIENT,
        /// The provider asks for patience.
        RATE_LIMITED,
        /// It will never work: bad key, unknown model, invalid request.
        PERMANENT,
        /// The provider declined the content; another provider is not asked, and it is not retried.
        REFUSED,
        /// The attempt ran into its deadline.
        TIMED_OUT,
        /// The worker fell silent; neither the job nor the provider is to blame.
        ABANDONED,
        /// The job was not wanted any more when its turn came.
        EXPIRED;

        /// The name in the database and in logs.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
