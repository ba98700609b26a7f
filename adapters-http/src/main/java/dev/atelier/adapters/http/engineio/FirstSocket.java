package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.websocket.CloseCode;
import dev.atelier.adapters.http.websocket.WebSocket;
import dev.atelier.adapters.http.websocket.WebSocketListener;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Supplier;

/// The WebSocket of a client that comes without a session.
final class FirstSocket implements WebSocketListener {

    private final Supplier<EngineSession> opener;
    private @Nullable WebSocket socket;
    private @Nullable EngineSession session;

    FirstSocket(Supplier<EngineSession> opener) {
        this.opener = opener;
    }

    @Override
    public void opened(WebSocket socket) {
        this.socket = socket;
        try {
            session = opener.get();
            session.webSocket().use(socket);
        } catch (Refused full) {
            socket.close(CloseCode.TRY_AGAIN_LATER, "");
        }
    }

    @Override
    public void received(String text) {
        session().webSocket().received(text);
    }

    @Override
    public void received(ByteBuffer bytes) {
        session().receive(new Packet.Binary(bytes));
    }

    @Override
    public void ended() {
        if (session != null && socket != null) {
            session.webSocket().lost(socket);
        }
    }

    private EngineSession session() {
        return Objects.requireNonNull(session, "not opened");
    }
}
