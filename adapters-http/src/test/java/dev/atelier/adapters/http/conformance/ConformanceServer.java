package dev.atelier.adapters.http.conformance;

import dev.atelier.adapters.http.engineio.AllowedOrigins;
import dev.atelier.adapters.http.engineio.ClientWatch;
import dev.atelier.adapters.http.engineio.EngineIo;
import dev.atelier.adapters.http.engineio.EngineSettings;
import dev.atelier.adapters.http.engineio.EngineSettings.Backlog;
import dev.atelier.adapters.http.socketio.SocketIo;
import dev.atelier.adapters.http.socketio.SocketIoSettings;
import dev.atelier.adapters.http.timing.SystemTimer;
import dev.atelier.adapters.http.websocket.WebSocketUpgrade;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;

import java.time.Duration;
import java.util.List;

/// Runs until it is stopped, or the build tool that started it ends.
public final class ConformanceServer {

    private static final int PORT = 3000;
    private static final int MAX_PAYLOAD = 1_000_000;

    private static final EngineSettings ENGINE =
            new EngineSettings(
                    Duration.ofMillis(300),
                    Duration.ofMillis(200),
                    MAX_PAYLOAD,
                    new Backlog(1_000, 10 * MAX_PAYLOAD),
                    10_000,
                    AllowedOrigins.ANY);

    private ConformanceServer() {}

    public static void main(String[] arguments) {
        var timer = new SystemTimer();
        var engine = new EngineIo("/engine.io/", ENGINE, timer, Echoes.ofMessages());
        var sockets =
                new SocketIo(
                        "/socket.io/", new SocketIoSettings(Duration.ofSeconds(1), ENGINE), timer);
        sockets.namespace("/", Echoes.ofEvents());
        sockets.namespace("/custom", Echoes.ofEvents());

        var routing = HttpRouting.builder();
        engine.register(routing, ClientWatch.NONE);
        sockets.register(routing, ClientWatch.NONE);
        var upgrade = new WebSocketUpgrade(List.of(engine, sockets.webSockets()), timer);
        start(routing, upgrade);
        System.out.println("Engine.IO on http://localhost:" + PORT + "/engine.io/");
        System.out.println("Socket.IO on http://localhost:" + PORT + "/socket.io/");
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
        System.exit(0);
    }

    /// Small packets are held back for a moment (Nagle's algorithm), as they are by default: the
    /// suites lose a message that arrives together with another.
    private static void start(HttpRouting.Builder routing, WebSocketUpgrade upgrade) {
        var server =
                WebServer.builder()
                        .host("localhost")
                        .port(PORT)
                        .protocolsDiscoverServices(false)
                        .featuresDiscoverServices(false)
                        .addConnectionSelector(
                                Http1ConnectionSelector.builder()
                                        .config(Http1Config.create())
                                        .addUpgrader(upgrade)
                                        .build())
                        .routing(routing)
                        .build()
                        .start();
        if (!server.isRunning()) {
            System.err.println("Port " + PORT + " is taken.");
            System.exit(1);
        }
    }
}
