package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.connection.GuardedConnections;
import dev.atelier.adapters.http.engineio.AllowedOrigins;
import dev.atelier.adapters.http.engineio.EngineSettings;
import dev.atelier.adapters.http.security.Authentication;
import dev.atelier.adapters.http.security.KeysUnavailable;
import dev.atelier.adapters.http.security.Unauthenticated;
import dev.atelier.adapters.http.socketio.Admission;
import dev.atelier.adapters.http.socketio.Handshake;
import dev.atelier.adapters.http.socketio.Namespace;
import dev.atelier.adapters.http.socketio.Socket;
import dev.atelier.adapters.http.socketio.SocketIo;
import dev.atelier.adapters.http.socketio.SocketIoSettings;
import dev.atelier.adapters.http.timing.SystemTimer;
import dev.atelier.adapters.http.websocket.WebSocketUpgrade;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.domain.job.UserId;

import io.helidon.webserver.http.HttpRouting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Live updates by Socket.IO, under `/socket.io/`. A socket with a good token is in the room of its
/// user, and hears of that user's jobs alone.
public final class UserSockets implements AutoCloseable {

    private static final String PATH = "/socket.io/";

    private final Authentication authentication;
    private final JobQueries queries;
    private final WatchJobs watchJobs;
    private final SystemTimer timer = new SystemTimer();
    private final SocketIo server;
    private final Namespace namespace;
    private final Map<UserId, UserRoom> rooms = new ConcurrentHashMap<>();

    /// @param origins web pages that may connect
    public UserSockets(
            Authentication authentication,
            JobQueries queries,
            WatchJobs watchJobs,
            List<String> origins) {
        this.authentication = authentication;
        this.queries = queries;
        this.watchJobs = watchJobs;
        var settings =
                new SocketIoSettings(
                        SocketIoSettings.USUAL.connectTimeout(),
                        EngineSettings.USUAL.allowing(new AllowedOrigins(origins, false)));
        this.server = new SocketIo(PATH, settings, timer);
        this.namespace = server.namespace("/", this::admit);
    }

    public void register(HttpRouting.Builder routing) {
        server.register(routing, GuardedConnections::whenClientGone);
    }

    public WebSocketUpgrade upgrade() {
        return new WebSocketUpgrade(List.of(server.webSockets()), timer);
    }

    /// How many clients are connected.
    public int count() {
        return server.clientCount();
    }

    private Admission admit(Handshake handshake) {
        try {
            var user = authentication.callerOf(handshake.auth().path("token").asText()).user();
            return new Admission.Accepted(socket -> enter(socket, user));
        } catch (Unauthenticated bad) {
            return new Admission.Refused("A valid token is required as auth.token");
        } catch (KeysUnavailable passing) {
            return new Admission.Refused("The token cannot be checked now");
        }
    }

    /// Whatever happens once the client knows that it is connected, its room hears.
    private void enter(Socket socket, UserId user) {
        socket.join(user.value());
        var room =
                rooms.compute(
                        user,
                        (_, there) -> {
                            var entered = there == null ? open(user) : there;
                            entered.enter();
                            return entered;
                        });
        socket.onDisconnect(_ -> leave(user));
        room.show(socket);
    }

    private UserRoom open(UserId user) {
        return new UserRoom(user, watchJobs, queries, namespace.room(user.value()));
    }

    private void leave(UserId user) {
        rooms.computeIfPresent(user, (_, room) -> room.leave() ? null : room);
    }

    /// Disconnects all; their clients come back, to another node.
    @Override
    public void close() {
        server.close();
        rooms.values().forEach(UserRoom::close);
        timer.close();
    }
}
