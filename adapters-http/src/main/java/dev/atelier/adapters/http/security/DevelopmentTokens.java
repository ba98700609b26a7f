package dev.atelier.adapters.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.atelier.domain.job.UserId;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/// Issues and verifies tokens for development, signed with a secret of this machine.
public final class DevelopmentTokens implements TokenVerifier {

    public static final Duration VALID = Duration.ofHours(24);

    private static final String ISSUER = "atelier-development";

    private final byte[] key;
    private final InstantSource clock;

    DevelopmentTokens(byte[] key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    public String issue(Caller caller) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(caller.user().value())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .claim("admin", caller.admin())
                        .build();
        return sign(new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims));
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
        if (!ISSUER.equals(claims.getIssuer())
                || expiry == null
                || !clock.instant().isBefore(expiry.toInstant())) {
            throw Unauthenticated.badToken("expiry");
        }
        var admin = Boolean.TRUE.equals(claims.getClaim("admin"));
        return new Verified(new Caller(FirebaseClaims.user(claims), admin), expiry.toInstant());
    }

    /// The ready token that is printed at the start.
    public String issueForDeveloper() {
        return issue(new Caller(new UserId("dev"), false));
    }

    private String sign(SignedJWT jwt) {
        try {
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a development token", e);
        }
    }
}
