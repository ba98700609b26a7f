package dev.atelier.adapters.http;

import dev.atelier.adapters.http.connection.ConnectionLimits;
import dev.atelier.adapters.http.limits.RateLimit;
import dev.atelier.adapters.http.live.LiveSettings;
import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.adapters.http.webhook.SigningSecret;
import dev.atelier.adapters.http.webhook.WebhookSecrets;
import dev.atelier.adapters.http.webhook.WebhookSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// Settings of a development server, with one part of them exchanged.
public final class TestSettings {

    private static final RateLimit AMPLE = RateLimit.parse("1000/minute");

    private static final WebhookSettings WEBHOOKS =
            new WebhookSettings(
                    new WebhookSecrets.Given(
                            List.of(new SigningSecret("whsec_" + "QUJD".repeat(10)))),
                    false);

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

    /// One request of each kind in an hour.
    public static HttpSettings allowingOneRequest() {
        var usual = usual();
        return like(usual, RateLimit.parse("1/hour"), usual.metrics(), usual.webPage());
    }

    public static HttpSettings withoutWebhooks() {
        var none = new WebhookSettings(new WebhookSecrets.None(), false);
        return settings("127.0.0.1", 0, AMPLE, development(), LiveSettings.USUAL, none);
    }

    public static HttpSettings watching(LiveSettings live) {
        return settings("127.0.0.1", 0, AMPLE, development(), live, WEBHOOKS);
    }

    /// With the web page under `src/test/resources/pages`.
    public static HttpSettings showingPages(TokenIssuer issuer) {
        var bare = trusting(issuer);
        return like(bare, AMPLE, bare.metrics(), "/pages/");
    }

    public static HttpSettings withMetrics(MetricsAccess access) {
        var usual = usual();
        return like(usual, AMPLE, access, usual.webPage());
    }

    public static HttpSettings showingPages() {
        return showingPages(development());
    }

    private static HttpSettings like(
            HttpSettings other, RateLimit limit, MetricsAccess metrics, String webPage) {
        return new HttpSettings(
                other.host(),
                other.port(),
                other.corsOrigins(),
                limit,
                limit,
                other.issuer(),
                other.jobs(),
                other.webhooks(),
                metrics,
                other.connections(),
                other.live(),
                webPage,
                other.stopGrace());
    }

    private static HttpSettings settings(
            String host, int port, RateLimit createLimit, TokenIssuer issuer) {
        return settings(host, port, createLimit, issuer, LiveSettings.USUAL, WEBHOOKS);
    }

    private static HttpSettings settings(
            String host,
            int port,
            RateLimit createLimit,
            TokenIssuer issuer,
            LiveSettings live,
            WebhookSettings webhooks) {
        return new HttpSettings(
                host,
                port,
                List.of("https://app.example"),
                createLimit,
                AMPLE,
                issuer,
                new HttpSettings.JobTimes(
                        Duration.ofSeconds(60), Duration.ofSeconds(300), Duration.ofDays(7)),
                webhooks,
                new MetricsAccess.Open(),
                SHORT,
                live,
                "/no-pages/",
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
