package dev.atelier.adapters.http.security;

import com.nimbusds.jwt.PlainJWT;

import java.text.ParseException;

/// Tokens of the Firebase Auth emulator: the claims of Firebase, signed by nobody.
record EmulatorTokenVerifier(FirebaseClaims claims) implements TokenVerifier {

    @Override
    public Verified verify(String token) {
        try {
            return claims.check(PlainJWT.parse(token).getJWTClaimsSet());
        } catch (ParseException | IllegalArgumentException e) {
            throw Unauthenticated.badToken("form");
        }
    }
}
