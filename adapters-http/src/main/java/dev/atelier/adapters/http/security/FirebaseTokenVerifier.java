package dev.atelier.adapters.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;

import java.text.ParseException;

/// Firebase ID tokens: RS256 and nothing else, signed by a key of the issuer's.
final class FirebaseTokenVerifier implements TokenVerifier {

    private final SigningKeys keys;
    private final FirebaseClaims claims;

    FirebaseTokenVerifier(SigningKeys keys, FirebaseClaims claims) {
        this.keys = keys;
        this.claims = claims;
    }

    @Override
    public Verified verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            requireSigned(jwt);
            return claims.check(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw Unauthenticated.badToken("form");
        }
    }

    private void requireSigned(SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            throw Unauthenticated.badToken("algorithm");
        }
        if (header.getKeyID() == null) {
            throw Unauthenticated.badToken("key");
        }
        var key = keys.find(header.getKeyID()).orElseThrow(() -> Unauthenticated.badToken("key"));
        if (!jwt.verify(new RSASSAVerifier(key))) {
            throw Unauthenticated.badToken("signature");
        }
    }
}
