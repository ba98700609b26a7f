package dev.atelier.testkit;

import dev.atelier.domain.job.JobId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Ids in the form of UUID version 7 (RFC 9562) without chance: the time of the clock in
/// milliseconds, then a number that grows.
public final class JobIds implements Supplier<JobId> {

    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 1L << 63;

    private final InstantSource clock;
    private final AtomicLong count = new AtomicLong();

    public JobIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JobId get() {
        return at(clock.instant());
    }

    /// An id for a job that is submitted at `time`.
    public JobId at(Instant time) {
        var high = time.toEpochMilli() << 16 | VERSION_7;
        return new JobId(new UUID(high, VARIANT | count.incrementAndGet()));
    }
}
