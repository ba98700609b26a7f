package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.timing.Timer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The side of a session that answers HTTP requests: at most one that waits for packets, and one
/// that brings some.
final class PollingSide {

    /// How long a poll of a client that tries a WebSocket still waits. A client must not upgrade
    /// before its poll is over.
    private static final Duration WHILE_PROBED = Duration.ofMillis(100);

    private final EngineSession session;
    private final EngineSettings settings;
    private final Timer timer;
    private final Set<Thread> answering = new HashSet<>();
    private @Nullable Poll waiting;
    private boolean posting;

    /// A request that waits for packets.
    private static final class Poll {

        /// It shall wait no longer, though there is nothing to say.
        private boolean released;
    }

    PollingSide(EngineSession session, EngineSettings settings, Timer timer) {
        this.session = session;
        this.settings = settings;
        this.timer = timer;
    }

    /// Waits for packets for the client. The caller says [#answered()] when they are on their way.
    ///
    /// @throws Refused if the client must not poll
    List<Packet> poll(ClientWatch watch) throws InterruptedException {
        session.lock().lock();
        try {
            if (session.isAlive()) {
                requireFirst(waiting == null);
                await(watch);
            }
            var packets = take();
            answering.add(Thread.currentThread());
            return packets;
        } finally {
            session.lock().unlock();
        }
    }

    private void await(ClientWatch watch) throws InterruptedException {
        var mine = new Poll();
        waiting = mine;
        try {
            if (!session.hasPackets()) {
                watch.whenGone(() -> abandoned(mine));
            }
            if (session.webSocket().isProbed()) {
                releaseSoon();
            }
            session.awaitThat(
                    () ->
                            !session.isOpen()
                                    || session.webSocket().isInUse()
                                    || session.hasPackets()
                                    || mine.released);
        } finally {
            waiting = null;
        }
    }

    private List<Packet> take() {
        requirePolling();
        var packets = session.isOpen() ? session.takePackets() : session.takeFarewell();
        if (packets.isEmpty()) {
            requireKnown();
            return List.of(Packet.of(PacketType.NOOP));
        }
        return packets;
    }

    /// The answer of this thread's poll has left, or never will.
    void answered() {
        session.locked(() -> answering.remove(Thread.currentThread()));
    }

    private void abandoned(Poll poll) {
        session.locked(
                () -> {
                    if (waiting == poll) {
                        session.end(CloseReason.TRANSPORT_CLOSED);
                    }
                });
    }

    /// @throws Refused if the client must not send packets this way now
    void beginPost() {
        session.locked(
                () -> {
                    session.isAlive();
                    requireKnown();
                    requirePolling();
                    requireFirst(!posting);
                    posting = true;
                });
    }

    void endPost() {
        session.locked(() -> posting = false);
    }

    private void requireKnown() {
        if (!session.isOpen()) {
            throw new Refused(EngineError.UNKNOWN_SESSION);
        }
    }

    private void requirePolling() {
        if (session.webSocket().isInUse()) {
            throw new Refused(EngineError.BAD_REQUEST);
        }
    }

    /// Two requests at once could bring or take packets in the wrong order.
    private void requireFirst(boolean first) {
        if (!first) {
            session.end(CloseReason.DUPLICATE_REQUEST);
            throw new Refused(EngineError.BAD_REQUEST);
        }
    }

    // From here on under the session's lock.

    boolean isWaiting() {
        return waiting != null;
    }

    void releaseSoon() {
        var poll = waiting;
        if (poll != null) {
            timer.in(WHILE_PROBED, () -> session.locked(() -> release(poll)));
        }
    }

    private void release(Poll poll) {
        poll.released = true;
        session.change();
    }

    void forgetSoon() {
        timer.in(settings.pingTimeout(), () -> session.locked(session::forget));
    }

    /// A client that takes nothing leaves us waiting in the middle of an answer.
    void sessionEnded(CloseReason reason) {
        if (reason.isDeaf()) {
            answering.stream()
                    .filter(thread -> !thread.equals(Thread.currentThread()))
                    .forEach(Thread::interrupt);
        }
    }
}
