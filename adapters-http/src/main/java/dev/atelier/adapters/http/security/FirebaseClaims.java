package dev.atelier.adapters.http.security;

import com.nimbusds.jwt.JWTClaimsSet;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// What a Firebase ID token must say once its signature is believed
/// (firebase.google.com/docs/auth/admin/verify-id-tokens).
record FirebaseClaims(String projectId, InstantSource clock) {

    /// Clocks of two machines never quite agree about now.
    private static final Duration SKEW = Duration.ofSeconds(5);

    Verified check(JWTClaimsSet claims) {
        var now = clock.instant();
        require(
                ("https://securetoken.google.com/" + projectId).equals(claims.getIssuer()),
                "issuer");
        require(claims.getAudience().equals(List.of(projectId)), "audience");
        var expiry = claims.getExpirationTime();
        require(expiry != null && now.isBefore(expiry.toInstant()), "expiry");
        require(claims.getIssueTime() != null, "time of issue");
        requirePast(claims.getIssueTime(), now, "time of issue");
        requirePast(claims.getNotBeforeTime(), now, "time");
        requireSignedIn(claims, now);
        var admin = Boolean.TRUE.equals(claims.getClaim("admin"));
        return new Verified(new Caller(user(claims), admin), expiry.toInstant());
    }

    static UserId user(JWTClaimsSet claims) {
        try {
            return new UserId(claims.getSubject() == null ? "" : claims.getSubject());
        } catch (InvalidValue e) {
            throw Unauthenticated.badToken("subject");
        }
    }

    private static void requireSignedIn(JWTClaimsSet claims, Instant now) {
        require(
                claims.getClaim("auth_time") instanceof Number time
                        && time.longValue() <= now.plus(SKEW).getEpochSecond(),
                "time of sign-in");
    }

    private static void requirePast(Date time, Instant now, String what) {
        require(time == null || !time.toInstant().isAfter(now.plus(SKEW)), what);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw Unauthenticated.badToken(what);
        }
    }
}
