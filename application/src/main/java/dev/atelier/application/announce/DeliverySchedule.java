package dev.atelier.application.announce;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a message that was not taken is sent again: after `first`, then each time after four times
/// as long, at most `longest`, give or take up to `jitter` (0 to 1) of it. After `attempts` it is
/// given up.
record DeliverySchedule(Duration first, Duration longest, int attempts, double jitter) {

    /// 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, 5.7 h, 8 h, 8 h: ten attempts within a day.
    static final DeliverySchedule A_DAY =
            new DeliverySchedule(Duration.ofSeconds(5), Duration.ofHours(8), 10, 0.1);

    /// No receiver's word holds a message for longer.
    private static final Duration LONGEST_FLOOR = Duration.ofDays(1);

    /// @param tries how often it was sent, at least once
    /// @param retryAfter the soonest that the receiver wants it again, if it said so
    /// @return empty if that was the last attempt
    Optional<Instant> next(
            int tries, @Nullable Duration retryAfter, Instant now, RandomGenerator random) {
        if (tries >= attempts) {
            return Optional.empty();
        }
        var backoff = backoff(tries);
        var floor = floor(retryAfter);
        return Optional.of(
                now.plus(
                        floor.compareTo(backoff) > 0
                                ? floor.plus(jitterOn(floor, random).abs())
                                : backoff.plus(jitterOn(backoff, random))));
    }

    private Duration backoff(int tries) {
        var grown = (double) first.toMillis() * Math.pow(4, tries - 1);
        return Duration.ofMillis(Math.round(Math.min(grown, (double) longest.toMillis())));
    }

    private static Duration floor(@Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(LONGEST_FLOOR) < 0 ? retryAfter : LONGEST_FLOOR;
    }

    private Duration jitterOn(Duration duration, RandomGenerator random) {
        return Duration.ofMillis(
                Math.round((double) duration.toMillis() * jitter * (2 * random.nextDouble() - 1)));
    }
}
