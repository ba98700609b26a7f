package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.websocket.CloseCode;
import dev.atelier.adapters.http.websocket.WebSocket;
import dev.atelier.adapters.http.websocket.WebSocketGone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// The side of a session that speaks over a WebSocket: from the start, or once a probe of it was
/// followed by the client's word to upgrade.
final class SocketSide {

    private static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(10);

    private final EngineSession session;
    private final EngineSettings settings;
    private final Timer timer;
    private volatile CloseCode closeCode = CloseCode.NORMAL;
    private @Nullable WebSocket socket;
    private @Nullable WebSocket candidate;
    private boolean probed;

    SocketSide(EngineSession session, EngineSettings settings, Timer timer) {
        this.session = session;
        this.settings = settings;
        this.timer = timer;
    }

    /// From now on all packets leave by this WebSocket.
    void use(WebSocket opened) {
        session.locked(
                () -> {
                    socket = opened;
                    candidate = null;
                    probed = false;
                    session.change();
                });
        session.startWriter(() -> write(opened));
    }

    /// @return false if the session has a WebSocket already, or tries one
    boolean offer(WebSocket offered) {
        session.lock().lock();
        try {
            if (!session.isAlive() || socket != null || candidate != null) {
                return false;
            }
            candidate = offered;
        } finally {
            session.lock().unlock();
        }
        timer.in(UPGRADE_TIMEOUT, () -> session.locked(() -> giveUp(offered)));
        return true;
    }

    /// The client asks whether it is heard. A poll of its that waits is soon answered.
    void probe() {
        session.locked(
                () -> {
                    probed = candidate != null;
                    session.polling().releaseSoon();
                });
    }

    /// @return false if it was not probed before, or the session has ended
    boolean upgrade(WebSocket offered) {
        session.lock().lock();
        try {
            if (!session.isAlive() || !probed || !offered.equals(candidate)) {
                return false;
            }
            use(offered);
            return true;
        } finally {
            session.lock().unlock();
        }
    }

    void received(String text) {
        try {
            session.receive(Packet.decode(text));
        } catch (MalformedPacket malformed) {
            session.closeAsMalformed();
        }
    }

    /// The WebSocket is closed, whoever did it.
    void lost(WebSocket closed) {
        session.locked(
                () -> {
                    if (closed.equals(candidate)) {
                        candidate = null;
                        probed = false;
                    } else if (closed.equals(socket)) {
                        session.end(CloseReason.TRANSPORT_CLOSED);
                    }
                });
    }

    /// Some packets, and whether there will be no others.
    private record Batch(List<Packet> packets, boolean last) {}

    private void write(WebSocket to) {
        try {
            var last = false;
            while (!last) {
                var batch = next();
                for (var packet : batch.packets()) {
                    send(to, packet);
                }
                last = batch.last();
            }
            to.close(closeCode, "");
        } catch (WebSocketGone gone) {
            lost(to);
        } catch (InterruptedException stop) {
            to.abort();
        }
    }

    private Batch next() throws InterruptedException {
        session.lock().lock();
        try {
            session.awaitThat(() -> !session.isOpen() || session.hasPackets());
            return session.isOpen()
                    ? new Batch(session.takePackets(), false)
                    : new Batch(session.takeFarewell(), true);
        } finally {
            session.lock().unlock();
        }
    }

    private static void send(WebSocket to, Packet packet) {
        switch (packet) {
            case Packet.Text text -> to.send(text.encoded());
            case Packet.Binary binary -> to.send(binary.bytes());
        }
    }

    // From here on under the session's lock.

    boolean isInUse() {
        return socket != null;
    }

    boolean isProbed() {
        return probed;
    }

    void sessionEnded(CloseReason reason) {
        if (candidate != null) {
            giveUp(candidate);
        }
        var inUse = socket;
        if (inUse == null) {
            return;
        }
        switch (reason) {
            case OVERFLOW -> inUse.abort();
            case MALFORMED, DUPLICATE_REQUEST -> {
                closeCode = CloseCode.POLICY_VIOLATION;
                abortLater(inUse);
            }
            case CLIENT_CLOSED, SERVER_CLOSED, PING_TIMEOUT -> abortLater(inUse);
            case TRANSPORT_CLOSED -> {}
        }
    }

    /// The goodbye waits for its turn; a client that does not read must not make it wait for ever.
    private void abortLater(WebSocket inUse) {
        timer.in(settings.pingTimeout(), inUse::abort);
    }

    private void giveUp(WebSocket offered) {
        if (offered.equals(candidate)) {
            candidate = null;
            probed = false;
            Thread.startVirtualThread(() -> offered.close(CloseCode.POLICY_VIOLATION, ""));
        }
    }
}
