package dev.atelier.adapters.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.ResourceRetriever;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The issuer's public keys, fetched when a key is not known or what is known has grown old, but
/// never more often than once per [#PAUSE], whatever keys tokens may name. Keys that are known stay
/// good while the issuer cannot be reached.
final class SigningKeys {

    static final Duration FRESH = Duration.ofHours(1);
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final URI jwks;
    private final ResourceRetriever web;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Snapshot known = new Snapshot(Map.of(), Instant.MIN, Instant.MIN, null);

    /// @param web brings the JWK set, within bounded time and size
    SigningKeys(URI jwks, ResourceRetriever web, InstantSource clock) {
        this.jwks = jwks;
        this.web = web;
        this.clock = clock;
    }

    /// @return the key, or nothing if the issuer has no such key
    /// @throws KeysUnavailable if it is not known and the issuer cannot be asked now
    Optional<RSAPublicKey> find(String keyId) {
        var key = Optional.ofNullable(known.keys().get(keyId));
        if (key.isPresent()) {
            if (isOld(known) && fetching.tryLock()) {
                refreshAndUnlock();
            }
            return key;
        }
        fetching.lock();
        refreshAndUnlock();
        return lookAgain(keyId);
    }

    private Optional<RSAPublicKey> lookAgain(String keyId) {
        var now = known;
        var key = Optional.ofNullable(now.keys().get(keyId));
        if (key.isEmpty() && now.problem() != null) {
            throw new KeysUnavailable(now.problem());
        }
        return key;
    }

    private boolean isOld(Snapshot snapshot) {
        return clock.instant().isAfter(snapshot.fetched().plus(FRESH));
    }

    private void refreshAndUnlock() {
        try {
            if (!clock.instant().isBefore(known.tried().plus(PAUSE))) {
                known = fetch();
            }
        } finally {
            fetching.unlock();
        }
    }

    private Snapshot fetch() {
        var now = clock.instant();
        try {
            var document = web.retrieveResource(jwks.toURL()).getContent();
            return new Snapshot(keysOf(JWKSet.parse(document)), now, now, null);
        } catch (IOException | ParseException | JOSEException e) {
            LOG.warn("the token issuer's keys cannot be fetched: {}", e.toString());
            return new Snapshot(known.keys(), known.fetched(), now, e);
        }
    }

    private static Map<String, RSAPublicKey> keysOf(JWKSet set) throws JOSEException {
        var keys = new HashMap<String, RSAPublicKey>();
        for (var key : set.getKeys()) {
            if (key instanceof RSAKey rsa && rsa.getKeyID() != null) {
                keys.put(rsa.getKeyID(), rsa.toRSAPublicKey());
            }
        }
        return Map.copyOf(keys);
    }

    /// @param problem why the last try failed, null if it did not
    private record Snapshot(
            Map<String, RSAPublicKey> keys,
            Instant fetched,
            Instant tried,
            @Nullable Exception problem) {}
}
