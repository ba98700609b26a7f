package dev.atelier.adapters.http;

import dev.atelier.adapters.http.connection.ConnectionLimits;
import dev.atelier.adapters.http.limits.RateLimit;
import dev.atelier.adapters.http.live.LiveSettings;
import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.adapters.http.webhook.WebhookSettings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/// Where to listen, whom to believe, and how much to bear.
///
/// @param port 0 for any that is free
/// @param corsOrigins web pages that may read the answers; `*` for all, empty for none
/// @param createLimit per user, for requests that cost an AI's work
/// @param readLimit per user, for all others
/// @param webPage where on the class path the web page is; where there is none, none is served
/// @param stopGrace how long connections stay open, once the server stops, for a last answer
public record HttpSettings(
        String host,
        int port,
        List<String> corsOrigins,
        RateLimit createLimit,
        RateLimit readLimit,
        TokenIssuer issuer,
        JobTimes jobs,
        WebhookSettings webhooks,
        MetricsAccess metrics,
        ConnectionLimits connections,
        LiveSettings live,
        String webPage,
        Duration stopGrace) {

    /// @param syncTimeout how long the synchronous endpoint waits for a job
    /// @param maxTimeout how long a client may let one attempt run
    /// @param cleanUpAge how old ended jobs must be for a clean-up that does not say
    public record JobTimes(Duration syncTimeout, Duration maxTimeout, Duration cleanUpAge) {}

    /// @throws IllegalArgumentException if others could reach a server that gives tokens to anybody
    public HttpSettings {
        corsOrigins = List.copyOf(corsOrigins);
        if (issuer instanceof TokenIssuer.Development && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "development tokens need a loopback address to listen on, not " + host);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host " + host, e);
        }
    }
}
