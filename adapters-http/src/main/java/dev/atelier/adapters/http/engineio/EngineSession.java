package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.timing.Timer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// A session, its packets and its end. Whoever sends leaves packets in the outbox; they are fetched
/// by the client's poll or by the one thread that writes to its WebSocket, so nobody waits for a
/// client but they.
final class EngineSession implements Session, Heartbeat.Owner {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);
    private static final Packet NOOP = Packet.of(PacketType.NOOP);
    private static final Packet CLOSE = Packet.of(PacketType.CLOSE);

    private final String id = Sessions.newId();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Sessions sessions;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final PollingSide polling;
    private final SocketSide webSocket;
    private final Delivery delivery;

    private Phase phase = Phase.OPEN;
    private List<Packet> farewell = List.of();

    private enum Phase {
        OPEN,
        /// Ended, but a poll that is on its way may still fetch the farewell.
        LEAVING,
        ENDED
    }

    EngineSession(
            EngineSettings settings,
            Timer timer,
            Sessions sessions,
            Conversation.Opener opener,
            String peer) {
        this.sessions = sessions;
        this.outbox = new Outbox(settings.backlog());
        this.heartbeat = new Heartbeat(timer, settings, this);
        this.polling = new PollingSide(this, settings, timer);
        this.webSocket = new SocketSide(this, settings, timer);
        this.delivery = new Delivery(opener.open(this, peer));
    }

    /// @param handshake the first packet that the client gets
    void start(Packet handshake) {
        send(List.of(handshake));
        sessions.add(this);
        locked(heartbeat::start);
    }

    PollingSide polling() {
        return polling;
    }

    SocketSide webSocket() {
        return webSocket;
    }

    void startWriter(Runnable writer) {
        sessions.startWriter(writer);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void send(List<? extends Packet> packets) {
        locked(
                () -> {
                    if (phase != Phase.OPEN) {
                        return;
                    }
                    if (outbox.add(packets)) {
                        changed.signalAll();
                    } else {
                        end(CloseReason.OVERFLOW);
                    }
                });
    }

    @Override
    public void close() {
        locked(() -> end(CloseReason.SERVER_CLOSED));
    }

    @Override
    public void closeAsMalformed() {
        locked(() -> end(CloseReason.MALFORMED));
    }

    /// The connection broke in the middle of something.
    void lose() {
        locked(() -> end(CloseReason.TRANSPORT_CLOSED));
    }

    /// What the client sends, by whatever transport. Nothing is heard any more after the end.
    void receive(Packet packet) {
        if (!mayGoOn()) {
            return;
        }
        switch (packet) {
            case Packet.Binary _ -> deliver(packet);
            case Packet.Text(var type, _) -> {
                switch (type) {
                    case MESSAGE -> deliver(packet);
                    case PONG -> locked(heartbeat::pong);
                    case CLOSE -> locked(() -> end(CloseReason.CLIENT_CLOSED));
                    case NOOP -> {}
                    case OPEN, PING, UPGRADE -> closeAsMalformed();
                }
            }
        }
    }

    private boolean mayGoOn() {
        lock.lock();
        try {
            return isAlive();
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Packet message) {
        try {
            delivery.received(message);
        } catch (RuntimeException bug) {
            LOG.error("a conversation failed", bug);
            close();
        }
    }

    @Override
    public void ping() {
        send(List.of(Packet.of(PacketType.PING)));
    }

    @Override
    public void silent() {
        end(CloseReason.PING_TIMEOUT);
    }

    @Override
    public boolean isListening() {
        return webSocket.isInUse() || polling.isWaiting();
    }

    @Override
    public void locked(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    // From here on under the lock.

    void awaitThat(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            changed.await();
        }
    }

    void change() {
        changed.signalAll();
    }

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    boolean hasPackets() {
        return !outbox.isEmpty();
    }

    List<Packet> takePackets() {
        return outbox.takeAll();
    }

    /// Whether the client may go on; one whose time is up is treated so at once.
    boolean isAlive() {
        if (heartbeat.isOverdue()) {
            silent();
        }
        return phase == Phase.OPEN;
    }

    void end(CloseReason reason) {
        if (phase != Phase.OPEN) {
            return;
        }
        heartbeat.stop();
        var mayStillCome = reason.isOrderly() && !isListening();
        if (mayStillCome || isListening()) {
            farewell = farewell(reason);
        }
        if (mayStillCome) {
            phase = Phase.LEAVING;
            polling.forgetSoon();
        } else {
            forget();
        }
        outbox.takeAll();
        changed.signalAll();
        webSocket.sessionEnded(reason);
        polling.sessionEnded(reason);
        Thread.startVirtualThread(() -> delivery.ended(reason));
    }

    private List<Packet> farewell(CloseReason reason) {
        var last = new ArrayList<Packet>();
        if (reason == CloseReason.SERVER_CLOSED) {
            last.addAll(outbox.takeAll());
        }
        if (!webSocket.isInUse()) {
            last.add(reason == CloseReason.CLIENT_CLOSED ? NOOP : CLOSE);
        }
        return last;
    }

    /// What is still to be told to the client, once.
    List<Packet> takeFarewell() {
        var last = farewell;
        farewell = List.of();
        forget();
        return last;
    }

    void forget() {
        phase = Phase.ENDED;
        sessions.remove(this);
    }
}
