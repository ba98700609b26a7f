package dev.atelier.adapters.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/// Tokens of our own, signed with a secret (JWT by HS256, RFC 7519). What one issuer gave is worth
/// nothing to another, even under the same secret.
public final class SignedTokens implements TokenVerifier {

    private final byte[] key;
    private final String issuer;
    private final Duration valid;
    private final InstantSource clock;

    /// @param key at least 32 bytes
    /// @param valid for how long after they were issued
    public SignedTokens(byte[] key, String issuer, Duration valid, InstantSource clock) {
        this.key = key.clone();
        this.issuer = issuer;
        this.valid = valid;
        this.clock = clock;
    }

    public Duration valid() {
        return valid;
    }

    public String issue(Caller caller) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(caller.user().value())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(valid)))
                        .claim("admin", caller.admin())
                        .build();
        return sign(new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims));
    }

    /// @throws Unauthenticated if the token is not valid
    public Caller callerOf(String token) {
        return verify(token).caller();
    }

    @Override
    public Verified verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(key))) {
                throw Unauthenticated.badToken("signature");
            }
            return check(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw Unauthenticated.badToken("form");
        }
    }

    private Verified check(JWTClaimsSet claims) {
        var expiry = claims.getExpirationTime();
        if (!issuer.equals(claims.getIssuer())
                || expiry == null
                || !clock.instant().isBefore(expiry.toInstant())) {
            throw Unauthenticated.badToken("expiry");
        }
        var admin = Boolean.TRUE.equals(claims.getClaim("admin"));
        return new Verified(new Caller(FirebaseClaims.user(claims), admin), expiry.toInstant());
    }

    private String sign(SignedJWT jwt) {
        try {
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
