package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How a job is to be run, whatever it does. Times are kept to the microsecond, as a store keeps
/// them, so that the same wish sent again still equals the first.
///
/// @param notBefore the job waits until then, if given
/// @param startBy not started by then, the job fails without having cost anything, if given
/// @param timeout how long one attempt may run, if shorter than everybody's
/// @param webhook who is told when the job ends, if anybody
/// @param traceparent the W3C trace context of the submission, if it came with one
public record Terms(
        Priority priority,
        @Nullable Instant notBefore,
        @Nullable Instant startBy,
        @Nullable Duration timeout,
        Tags tags,
        @Nullable WebhookUrl webhook,
        @Nullable String traceparent) {

    public static final Terms USUAL =
            new Terms(Priority.NORMAL, null, null, null, Tags.NONE, null, null);

    public Terms {
        if (timeout != null && !timeout.isPositive()) {
            throw new InvalidValue("a timeout must be positive");
        }
        notBefore = wholeMicros(notBefore);
        startBy = wholeMicros(startBy);
    }

    /// Whether a job that has not started by `now` is no longer wanted.
    public boolean expiredAt(Instant now) {
        return startBy != null && !now.isBefore(startBy);
    }

    /// The same terms without the times that were meant for the first submission.
    public Terms startingAnytime() {
        return new Terms(priority, null, null, timeout, tags, webhook, traceparent);
    }

    /// The same terms on another trace.
    public Terms tracedBy(@Nullable String other) {
        return new Terms(priority, notBefore, startBy, timeout, tags, webhook, other);
    }

    private static @Nullable Instant wholeMicros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
