package dev.atelier.adapters.http.security;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers tokens that were verified, until they expire, because a signature costs more to check
/// than everything else about a poll. Holds the few thousand that were used last.
final class VerifiedTokens implements TokenVerifier {

    static final int CAPACITY = 4096;

    private final TokenVerifier verifier;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, Verified> verified = new LinkedHashMap<>(16, 0.75f, true);

    VerifiedTokens(TokenVerifier verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Verified verify(String token) {
        var remembered = recall(token);
        return remembered != null ? remembered : remember(token, verifier.verify(token));
    }

    private @Nullable Verified recall(String token) {
        lock.lock();
        try {
            var found = verified.get(token);
            if (found != null && !clock.instant().isBefore(found.until())) {
                verified.remove(token);
                return null;
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private Verified remember(String token, Verified result) {
        lock.lock();
        try {
            verified.put(token, result);
            if (verified.size() > CAPACITY) {
                verified.pollFirstEntry();
            }
            return result;
        } finally {
            lock.unlock();
        }
    }
}
