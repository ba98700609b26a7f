package dev.atelier.adapters.http.limits;

import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.domain.job.UserId;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.helidon.http.HeaderValues;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// One rate limit, kept for each user apart. A user who was idle for the whole period has all of
/// their requests again and is forgotten, so memory follows the users of the moment.
public final class Quota {

    static final int MAX_USERS = 100_000;

    private final String name;
    private final RateLimit limit;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<UserId, Account> accounts = new LinkedHashMap<>(16, 0.75f, true);

    /// @param name what the limit is called in the answer's header fields
    public Quota(String name, RateLimit limit, InstantSource clock) {
        this.name = name;
        this.limit = limit;
        this.clock = clock;
    }

    /// Takes one request from the user's account and tells in the answer how it stands
    /// (draft-ietf-httpapi-ratelimit-headers).
    ///
    /// @throws TooManyRequests if nothing is left
    public void spend(UserId user, Exchange exchange) {
        var probe = account(user).bucket().tryConsumeAndReturnRemaining(1);
        var nanos =
                probe.isConsumed()
                        ? probe.getNanosToWaitForReset()
                        : probe.getNanosToWaitForRefill();
        var wait = Duration.ofSeconds(Math.ceilDiv(nanos, 1_000_000_000L));
        tell(exchange, probe.getRemainingTokens(), wait);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(wait);
        }
    }

    private void tell(Exchange exchange, long left, Duration reset) {
        var policy =
                "\"%s\";q=%d;w=%d".formatted(name, limit.requests(), limit.period().toSeconds());
        var state = "\"%s\";r=%d;t=%d".formatted(name, left, reset.toSeconds());
        exchange.addToAnswer(HeaderValues.create("RateLimit-Policy", policy));
        exchange.addToAnswer(HeaderValues.create("RateLimit", state));
    }

    private Account account(UserId user) {
        var now = clock.instant();
        lock.lock();
        try {
            var known = accounts.get(user);
            var account = new Account(known == null ? newBucket() : known.bucket(), now);
            accounts.put(user, account);
            forgetIdle(now);
            return account;
        } finally {
            lock.unlock();
        }
    }

    private void forgetIdle(Instant now) {
        var eldest = accounts.firstEntry();
        while (accounts.size() > MAX_USERS
                || !eldest.getValue().used().plus(limit.period()).isAfter(now)) {
            accounts.remove(eldest.getKey());
            eldest = accounts.firstEntry();
        }
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(
                        bandwidth ->
                                bandwidth
                                        .capacity(limit.requests())
                                        .refillGreedy(limit.requests(), limit.period()))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    private record Account(Bucket bucket, Instant used) {}

    private record ClockMeter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
