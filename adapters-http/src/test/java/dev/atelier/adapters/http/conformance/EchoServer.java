package dev.atelier.adapters.http.conformance;

import dev.atelier.adapters.http.connection.ConnectionLimits;
import dev.atelier.adapters.http.connection.GuardedConnections;
import dev.atelier.adapters.http.connection.TickingSockets;
import dev.atelier.adapters.http.engineio.AllowedOrigins;
import dev.atelier.adapters.http.engineio.Conversation;
import dev.atelier.adapters.http.engineio.EngineIo;
import dev.atelier.adapters.http.engineio.EngineSettings;
import dev.atelier.adapters.http.engineio.EngineSettings.Backlog;
import dev.atelier.adapters.http.socketio.SocketIo;
import dev.atelier.adapters.http.socketio.SocketIoSettings;
import dev.atelier.adapters.http.timing.ManualTimer;
import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.websocket.WebSocketUpgrade;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

import java.time.Duration;
import java.util.List;

/// Both protocols on a real port, behind the guard that the product has.
public final class EchoServer implements AutoCloseable {

    public static final int MAX_PAYLOAD = 10_000;
    public static final String OUR_PAGE = "https://app.example";

    public static final EngineSettings ENGINE =
            new EngineSettings(
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    MAX_PAYLOAD,
                    new Backlog(100, 100_000),
                    1_000,
                    new AllowedOrigins(List.of(OUR_PAGE), true));

    /// Idle connections are left soon, quiet WebSockets are not.
    private static final ConnectionLimits LIMITS =
            new ConnectionLimits(
                    16 * 1024,
                    64 * 1024,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(200));

    public final EngineIo engine;
    public final SocketIo sockets;
    private final WebServer server;

    private EchoServer(EngineSettings settings, Timer timer, Conversation.Opener opener) {
        this.engine = new EngineIo("/engine.io/", settings, timer, opener);
        this.sockets =
                new SocketIo(
                        "/socket.io/",
                        new SocketIoSettings(Duration.ofSeconds(45), settings),
                        timer);
        var routing = HttpRouting.builder();
        routing.get("/plain", (_, response) -> response.send("plain"));
        engine.register(routing, GuardedConnections::whenClientGone);
        sockets.register(routing, GuardedConnections::whenClientGone);
        var upgrade = new WebSocketUpgrade(List.of(engine, sockets.webSockets()), timer);
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(0)
                        .shutdownHook(false)
                        .shutdownGracePeriod(Duration.ofMillis(200))
                        .protocolsDiscoverServices(false)
                        .featuresDiscoverServices(false)
                        .addConnectionSelector(new GuardedConnections(LIMITS, List.of(upgrade)))
                        .connectionOptions(new TickingSockets(LIMITS))
                        .routing(routing)
                        .build()
                        .start();
    }

    public static EchoServer start() {
        return start(ENGINE, new ManualTimer());
    }

    public static EchoServer start(EngineSettings settings, Timer timer) {
        return new EchoServer(settings, timer, Echoes.ofMessages());
    }

    public static EchoServer talking(
            Conversation.Opener opener, EngineSettings settings, Timer timer) {
        return new EchoServer(settings, timer, opener);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        engine.close();
        sockets.close();
        server.stop();
    }
}
