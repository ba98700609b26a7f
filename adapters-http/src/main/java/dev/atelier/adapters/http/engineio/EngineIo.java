package dev.atelier.adapters.http.engineio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.websocket.UpgradeRequest;
import dev.atelier.adapters.http.websocket.WebSocketEndpoint;
import dev.atelier.adapters.http.websocket.WebSocketListener;

import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.http.HttpRouting;

import java.time.Duration;
import java.util.Optional;

/// An Engine.IO server under one path. It needs both: a place in the HTTP routing, for polling, and
/// one in the server's [dev.atelier.adapters.http.websocket.WebSocketUpgrade].
public final class EngineIo implements WebSocketEndpoint, AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final String path;
    private final EngineSettings settings;
    private final Timer timer;
    private final Conversation.Opener opener;
    private final Sessions sessions;

    /// @param path as in `/engine.io/`; it is served without the last slash too
    /// @param opener called for each client that comes
    public EngineIo(String path, EngineSettings settings, Timer timer, Conversation.Opener opener) {
        if (!path.matches("/.+/")) {
            throw new IllegalArgumentException("a path begins and ends with a slash: " + path);
        }
        this.path = path;
        this.settings = settings;
        this.timer = timer;
        this.opener = opener;
        this.sessions = new Sessions(settings.maxSessions());
    }

    /// @param watch notices when a polling client goes away
    public void register(HttpRouting.Builder routing, ClientWatch watch) {
        var endpoint = new HttpEndpoint(this, settings, watch);
        routing.any(path, endpoint);
        routing.any(withoutSlash(), endpoint);
    }

    @Override
    public int maxMessage() {
        return settings.maxPayload();
    }

    @Override
    public Optional<WebSocketListener> accept(UpgradeRequest request) {
        if (!request.path().equals(path) && !request.path().equals(withoutSlash())) {
            return Optional.empty();
        }
        try {
            var query = EngineQuery.of(request.query());
            if (query.isPolling()) {
                return Optional.empty();
            }
            if (query.sid().isPresent()) {
                return Optional.of(new UpgradingSocket(session(query.sid().get())));
            }
            requireRoom();
            return Optional.of(new FirstSocket(() -> open(request.peer(), false)));
        } catch (Refused refused) {
            // Found again, and told, by the HTTP endpoint.
            return Optional.empty();
        }
    }

    /// How many clients there are.
    public int sessionCount() {
        return sessions.count();
    }

    /// Ends all sessions, and waits a moment for their last packets to leave.
    @Override
    public void close() {
        try {
            sessions.close(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @throws Refused if there are too many sessions
    EngineSession open(PeerInfo peer, boolean mayUpgrade) {
        requireRoom();
        var session = new EngineSession(settings, timer, sessions, opener, peer.host());
        session.start(handshake(session, mayUpgrade));
        return session;
    }

    /// @throws Refused if there is no such session
    EngineSession session(String sid) {
        return sessions.find(sid).orElseThrow(() -> new Refused(EngineError.UNKNOWN_SESSION));
    }

    private void requireRoom() {
        if (sessions.isFull()) {
            throw new Refused(EngineError.TOO_MANY_SESSIONS);
        }
    }

    private Packet handshake(EngineSession session, boolean mayUpgrade) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("sid", session.id());
        var upgrades = data.putArray("upgrades");
        if (mayUpgrade) {
            upgrades.add("websocket");
        }
        data.put("pingInterval", settings.pingInterval().toMillis());
        data.put("pingTimeout", settings.pingTimeout().toMillis());
        data.put("maxPayload", settings.maxPayload());
        return new Packet.Text(PacketType.OPEN, data.toString());
    }

    private String withoutSlash() {
        return path.substring(0, path.length() - 1);
    }
}
