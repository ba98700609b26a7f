package dev.atelier.adapters.http;

import dev.atelier.adapters.http.connection.ConnectionLimits;
import dev.atelier.adapters.http.limits.RateLimit;
import dev.atelier.adapters.http.live.LiveSettings;
import dev.atelier.adapters.http.security.TokenIssuer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// Settings of a development server, with one part of them exchanged.
public final class TestSettings {

    private static final RateLimit AMPLE = RateLimit.parse("1000/minute");

    /// Timeouts short enough for a test to wait for.
    private static final ConnectionLimits SHORT =
            new ConnectionLimits(
                    16 * 1024,
                    64 * 1024,
                    Duration.ofMillis(400),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(5));

    private TestSettings() {}

    static HttpSettings usual() {
        return listeningOn("127.0.0.1", 0);
    }

    public static HttpSettings listeningOn(String host, int port) {
        return settings(host, port, AMPLE, development());
    }

    public static HttpSettings trusting(TokenIssuer issuer) {
        return settings("127.0.0.1", 0, AMPLE, issuer);
    }

    public static HttpSettings creatingAtMost(RateLimit limit) {
        return settings("127.0.0.1", 0, limit, development());
    }

    public static HttpSettings watching(LiveSettings live) {
        return settings("127.0.0.1", 0, AMPLE, development(), live);
    }

    /// With the web page under `src/test/resources/pages`.
    public static HttpSettings showingPages(TokenIssuer issuer) {
        return settings("127.0.0.1", 0, AMPLE, issuer, LiveSettings.USUAL, "/pages/");
    }

    public static HttpSettings showingPages() {
        return showingPages(development());
    }

    private static HttpSettings settings(
            String host, int port, RateLimit createLimit, TokenIssuer issuer) {
        return settings(host, port, createLimit, issuer, LiveSettings.USUAL);
    }

    private static HttpSettings settings(
            String host, int port, RateLimit createLimit, TokenIssuer issuer, LiveSettings live) {
        return settings(host, port, createLimit, issuer, live, "/no-pages/");
    }

    private static HttpSettings settings(
            String host,
            int port,
            RateLimit createLimit,
            TokenIssuer issuer,
            LiveSettings live,
            String webPage) {
        return new HttpSettings(
                host,
                port,
                List.of("https://app.example"),
                createLimit,
                AMPLE,
                issuer,
                new HttpSettings.JobTimes(
                        Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ofDays(7)),
                SHORT,
                live,
                webPage,
                Duration.ofMillis(500));
    }

    private static TokenIssuer development() {
        try {
            var directory = Files.createTempDirectory("atelier");
            var file = directory.resolve("development.key");
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return new TokenIssuer.Development(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
