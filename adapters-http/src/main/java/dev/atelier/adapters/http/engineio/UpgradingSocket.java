package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.websocket.CloseCode;
import dev.atelier.adapters.http.websocket.WebSocket;
import dev.atelier.adapters.http.websocket.WebSocketListener;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Objects;

/// The WebSocket of a client that has a session and wants to leave polling behind: it probes first.
final class UpgradingSocket implements WebSocketListener {

    private static final Packet.Text PROBE = new Packet.Text(PacketType.PING, "probe");
    private static final Packet.Text HEARD = new Packet.Text(PacketType.PONG, "probe");
    private static final Packet.Text UPGRADE = Packet.of(PacketType.UPGRADE);

    private final EngineSession session;
    private @Nullable WebSocket socket;
    private boolean upgraded;

    UpgradingSocket(EngineSession session) {
        this.session = session;
    }

    @Override
    public void opened(WebSocket opened) {
        socket = opened;
        if (!session.webSocket().offer(opened)) {
            refuse();
        }
    }

    @Override
    public void received(String text) {
        if (upgraded) {
            session.webSocket().received(text);
        } else if (text.equals(PROBE.encoded())) {
            session.webSocket().probe();
            socket().send(HEARD.encoded());
        } else if (text.equals(UPGRADE.encoded()) && session.webSocket().upgrade(socket())) {
            upgraded = true;
        } else {
            refuse();
        }
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (upgraded) {
            session.receive(new Packet.Binary(bytes));
        } else {
            refuse();
        }
    }

    @Override
    public void ended() {
        session.webSocket().lost(socket());
    }

    private void refuse() {
        socket().close(CloseCode.POLICY_VIOLATION, "");
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket, "not opened");
    }
}
