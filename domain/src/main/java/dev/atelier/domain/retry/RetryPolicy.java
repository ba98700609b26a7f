package dev.atelier.domain.retry;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Exponential backoff with a cap and jitter: retry n (from 0) follows after `base · 2^n`, at most
/// `cap`, give or take up to `jitter` (0 to 1) of it, so that jobs that failed together do not come
/// back together.
public record RetryPolicy(Duration base, Duration cap, double jitter) {

    /// No provider's word holds a job for longer, whatever a broken one may say.
    private static final Duration LONGEST_FLOOR = Duration.ofDays(1);

    public RetryPolicy {
        if (base.isNegative() || cap.compareTo(base) < 0) {
            throw new InvalidValue("the backoff must not be negative, nor its cap below its base");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new InvalidValue("jitter must be between 0 and 1");
        }
    }

    public RetryDecision decide(
            Failure failure, Retries retries, Instant now, RandomGenerator random) {
        if (retries.exhausted()) {
            return new GiveUp();
        }
        return switch (failure.kind()) {
            case PERMANENT, REFUSED, EXPIRED -> new GiveUp();
            case ABANDONED -> new RetryAt(now);
            case TRANSIENT, TIMED_OUT, RATE_LIMITED ->
                    new RetryAt(now.plus(wait(failure, retries, random)));
        };
    }

    /// A provider's own word is a floor; what we add on top of it still spreads the herd.
    private Duration wait(Failure failure, Retries retries, RandomGenerator random) {
        var backoff = backoff(retries.used(), random);
        var asked = failure.retryAfter();
        if (asked == null || asked.compareTo(backoff) <= 0) {
            return backoff;
        }
        var floor = asked.compareTo(LONGEST_FLOOR) < 0 ? asked : LONGEST_FLOOR;
        return floor.plus(jitterOn(floor, random).abs());
    }

    private Duration backoff(int n, RandomGenerator random) {
        var doubled = Math.scalb((double) base.toMillis(), n);
        var plain = Duration.ofMillis(Math.round(Math.min(doubled, (double) cap.toMillis())));
        return plain.plus(jitterOn(plain, random));
    }

    private Duration jitterOn(Duration duration, RandomGenerator random) {
        return Duration.ofMillis(
                Math.round((double) duration.toMillis() * jitter * (2 * random.nextDouble() - 1)));
    }
}
