package dev.atelier.bootstrap.bench;

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

import dev.atelier.domain.job.UserId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/// Signs users' tokens as Firebase does (RS256), and publishes its key on a server of its own.
record Issuer(HttpServer server, RSAKey key) implements AutoCloseable {

    private static final String PROJECT = "bench";
    private static final String NO_LIMIT = "1000000/second";

    static Issuer start() {
        try {
            var key = new RSAKeyGenerator(2048).keyID("key-1").generate();
            var published = new JWKSet(key.toPublicJWK()).toString();
            var loopback = InetAddress.getLoopbackAddress();
            var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        try (exchange) {
                            var bytes = published.getBytes(StandardCharsets.UTF_8);
                            exchange.sendResponseHeaders(200, bytes.length);
                            exchange.getResponseBody().write(bytes);
                        }
                    });
            server.start();
            return new Issuer(server, key);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A web that believes its tokens, on any free port, and lets everybody ask as often as they
    /// like.
    Map<String, String> settings() {
        return Map.of(
                "PORT", "0",
                "FIREBASE_PROJECT_ID", PROJECT,
                "FIREBASE_JWKS_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks",
                "RATE_LIMIT_CREATE", NO_LIMIT,
                "RATE_LIMIT_READ", NO_LIMIT);
    }

    /// Good for an hour.
    String token(UserId user) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer("https://securetoken.google.com/" + PROJECT)
                        .audience(PROJECT)
                        .subject(user.value())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(3_600)))
                        .claim("auth_time", now.getEpochSecond())
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
