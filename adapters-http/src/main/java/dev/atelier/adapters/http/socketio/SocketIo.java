package dev.atelier.adapters.http.socketio;

import dev.atelier.adapters.http.engineio.ClientWatch;
import dev.atelier.adapters.http.engineio.EngineIo;
import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.websocket.WebSocketEndpoint;

import io.helidon.webserver.http.HttpRouting;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A Socket.IO server under one path. It needs both: a place in the HTTP routing, for polling, and
/// one in the server's [dev.atelier.adapters.http.websocket.WebSocketUpgrade].
public final class SocketIo implements AutoCloseable {

    private final SocketIoSettings settings;
    private final Timer timer;
    private final EngineIo engine;
    private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();

    /// @param path as in `/socket.io/`
    public SocketIo(String path, SocketIoSettings settings, Timer timer) {
        this.settings = settings;
        this.timer = timer;
        this.engine =
                new EngineIo(
                        path,
                        settings.engine(),
                        timer,
                        (session, peer) -> new Client(this, session, peer));
    }

    /// Opens a namespace. Clients that ask for any other are refused.
    ///
    /// @param name begins with a slash; the main one is `/`
    public Namespace namespace(String name, Doorkeeper doorkeeper) {
        if (!name.startsWith("/") || name.contains(",")) {
            throw new IllegalArgumentException("not a name of a namespace: " + name);
        }
        var namespace = new Namespace(name, doorkeeper);
        if (namespaces.putIfAbsent(name, namespace) != null) {
            throw new IllegalArgumentException("opened already: " + name);
        }
        return namespace;
    }

    /// @param watch notices when a polling client goes away
    public void register(HttpRouting.Builder routing, ClientWatch watch) {
        engine.register(routing, watch);
    }

    public WebSocketEndpoint webSockets() {
        return engine;
    }

    /// How many clients there are, in whatever namespaces.
    public int clientCount() {
        return engine.sessionCount();
    }

    /// Disconnects all clients. To be called before the web server stops: a poll that waits would
    /// make it wait.
    @Override
    public void close() {
        engine.close();
    }

    Optional<Namespace> find(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    SocketIoSettings settings() {
        return settings;
    }

    Timer timer() {
        return timer;
    }
}
