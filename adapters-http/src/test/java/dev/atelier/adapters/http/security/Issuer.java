package dev.atelier.adapters.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import dev.atelier.testkit.Jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/// A token issuer as Firebase is one, with its keys on a server of its own.
final class Issuer implements AutoCloseable {

    static final String PROJECT = "atelier-test";

    final RSAKey key = newKey("key-1");
    final AtomicInteger fetches = new AtomicInteger();
    volatile boolean down;
    volatile RSAKey published = key;

    private final HttpServer server;

    Issuer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/jwks",
                exchange -> {
                    fetches.incrementAndGet();
                    var body = keys().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(down ? 500 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    TokenIssuer.Firebase asFirebase() {
        return new TokenIssuer.Firebase(
                PROJECT, jwks(), new TokenIssuer.Page("key", PROJECT + ".firebaseapp.com"));
    }

    URI jwks() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /// The claims of a good token at noon.
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://securetoken.google.com/" + PROJECT)
                .audience(PROJECT)
                .subject("alice")
                .issueTime(at(Jobs.NOON.minusSeconds(60)))
                .expirationTime(at(Jobs.NOON.plusSeconds(3600)))
                .claim("auth_time", Jobs.NOON.minusSeconds(600).getEpochSecond());
    }

    static Date at(Instant time) {
        return Date.from(time);
    }

    static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private String keys() {
        return new JWKSet(published.toPublicJWK()).toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
