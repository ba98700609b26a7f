package dev.atelier.adapters.http;

import dev.atelier.adapters.http.connection.GuardedConnections;
import dev.atelier.adapters.http.connection.TickingSockets;
import dev.atelier.adapters.http.errors.NotFound;
import dev.atelier.adapters.http.errors.TransportErrors;
import dev.atelier.adapters.http.exchange.Exchanges;
import dev.atelier.adapters.http.live.Streams;
import dev.atelier.adapters.http.live.UserSockets;
import dev.atelier.adapters.http.observe.RequestLog;
import dev.atelier.adapters.http.observe.RequestMetrics;
import dev.atelier.adapters.http.security.Authentication;
import dev.atelier.adapters.http.security.Cors;
import dev.atelier.adapters.http.security.DevelopmentTokens;
import dev.atelier.adapters.http.security.SignedTokens;
import dev.atelier.adapters.http.web.WebPage;
import dev.atelier.adapters.http.webhook.HttpWebhookSender;
import dev.atelier.application.port.out.WebhookSender;

import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.spi.Http1Upgrader;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The application, served over HTTP.
public final class HttpAdapter implements AutoCloseable {

    private static final Duration TICKET_LIFE = Duration.ofMinutes(1);

    private final WebServer server;
    private final Exchanges exchanges;
    private final Streams streams;
    private final UserSockets sockets;
    private final Optional<DevelopmentTokens> developmentTokens;
    private @Nullable CompletableFuture<Void> stopped;

    private HttpAdapter(
            WebServer server,
            Exchanges exchanges,
            Streams streams,
            UserSockets sockets,
            Optional<DevelopmentTokens> developmentTokens) {
        this.server = server;
        this.exchanges = exchanges;
        this.streams = streams;
        this.sockets = sockets;
        this.developmentTokens = developmentTokens;
    }

    /// @param secret what all nodes know and nobody else, at least 32 bytes
    /// @return a server that answers already
    /// @throws IllegalStateException if the address is taken
    public static HttpAdapter start(
            HttpSettings settings, UseCases useCases, byte[] secret, InstantSource clock) {
        return start(settings, useCases, secret, clock, true);
    }

    /// Answers health and metrics, and nothing else.
    ///
    /// @throws IllegalStateException if the address is taken
    public static HttpAdapter startWithoutUsers(
            HttpSettings settings, UseCases useCases, byte[] secret, InstantSource clock) {
        return start(settings, useCases, secret, clock, false);
    }

    private static HttpAdapter start(
            HttpSettings settings,
            UseCases useCases,
            byte[] secret,
            InstantSource clock,
            boolean users) {
        var authentication = Authentication.by(settings.issuer(), clock);
        var tokens = authentication.developmentTokens();
        var streams = new Streams(settings.live());
        var sockets =
                new UserSockets(
                        authentication, useCases.jobs(), useCases.watch(), settings.corsOrigins());
        var metrics = new RequestMetrics(() -> streams.count() + sockets.count());
        var exchanges = new Exchanges();

        var tickets = new SignedTokens(secret, "atelier-events", TICKET_LIFE, clock);
        var live = new Routes.Live(streams, tickets);
        var endpoints =
                users
                        ? Routes.of(useCases, settings, tokens, metrics, live, clock)
                        : Routes.withoutUsers(useCases, settings, metrics, clock);
        var routing = HttpRouting.builder();
        routing.addFilter(exchanges);
        routing.addFilter(new RequestLog(metrics));
        routing.addFilter(new Cors(settings.corsOrigins()));
        if (users) {
            sockets.register(routing);
        }
        new Entrance(authentication, tickets, settings, clock)
                .register(endpoints, elsewhere(settings, users), routing);

        var upgrades = users ? List.of(sockets.upgrade()) : List.<Http1Upgrader>of();
        var server = server(settings, routing, upgrades).start();
        if (!server.isRunning()) {
            throw new IllegalStateException(
                    "cannot listen on " + settings.host() + ":" + settings.port());
        }
        return new HttpAdapter(
                server, exchanges, streams, sockets, users ? tokens : Optional.empty());
    }

    private static Handler elsewhere(HttpSettings settings, boolean users) {
        return users
                ? new WebPage(settings.webPage(), settings.issuer())
                : (_, _) -> {
                    throw NotFound.path();
                };
    }

    /// Sends messages to receivers, by the same settings.
    ///
    /// @throws IllegalStateException if the webhook secret that is kept is none
    public static WebhookSender webhookSender(HttpSettings settings, InstantSource clock) {
        return HttpWebhookSender.by(settings.webhooks(), clock);
    }

    public int port() {
        return server.port();
    }

    /// In development, a token for the user `dev`.
    public Optional<String> developmentToken() {
        return developmentTokens.map(DevelopmentTokens::issueForDeveloper);
    }

    /// Takes no more connections and sends the watchers away, to other nodes. Whoever is connected
    /// still gets an answer, which is the last of the connection: so that no request is lost, none
    /// is closed before, as long as the grace lasts. Returns at once.
    public synchronized void drain() {
        if (stopped == null) {
            exchanges.closeAfterNext();
            stopped =
                    CompletableFuture.runAsync(
                            server::stop, Thread.ofVirtual().name("http-drain")::start);
            streams.close();
            sockets.close();
        }
    }

    /// Drains, and waits for the last answer.
    @Override
    public void close() {
        drain();
        Objects.requireNonNull(stopped).join();
    }

    private static WebServer server(
            HttpSettings settings,
            HttpRouting.Builder routing,
            List<? extends Http1Upgrader> upgrades) {
        return WebServerConfig.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(settings.stopGrace())
                // Whatever the class path offers: one protocol, and no body that unfolds.
                .protocolsDiscoverServices(false)
                .featuresDiscoverServices(false)
                .contentEncoding(
                        ContentEncodingContext.builder()
                                .contentEncodingsDiscoverServices(false)
                                .contentEncodings(List.of())
                                .build())
                .addConnectionSelector(new GuardedConnections(settings.connections(), upgrades))
                .connectionOptions(new TickingSockets(settings.connections()))
                .directHandlers(TransportErrors.handlers())
                .routing(routing)
                .build();
    }
}
