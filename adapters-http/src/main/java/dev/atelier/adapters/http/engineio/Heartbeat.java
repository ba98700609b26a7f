package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.timing.Timer.Alarm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Pings a client at intervals and notices when it has fallen silent. To be used under its owner's
/// lock only.
final class Heartbeat {

    private static final long MAX_WAY = Duration.ofSeconds(1).toNanos();

    private final Timer timer;
    private final long interval;
    private final long timeout;
    private final Owner owner;
    private @Nullable Alarm alarm;
    private int round;
    private long due;
    private long pinged;
    private boolean awaitingPong;

    interface Owner {

        /// Sends a ping. Under the lock.
        void ping();

        /// The client has not answered in time. Under the lock.
        void silent();

        /// Whether a ping would reach the client at once. Under the lock.
        boolean isListening();

        void locked(Runnable task);
    }

    Heartbeat(Timer timer, EngineSettings settings, Owner owner) {
        this.timer = timer;
        this.interval = settings.pingInterval().toNanos();
        this.timeout = settings.pingTimeout().toNanos();
        this.owner = owner;
    }

    void start() {
        set(timer.nanoTime() + interval, this::ping);
    }

    /// The next ping is due one interval after this one was; unless that is soon, or over.
    void pong() {
        if (!awaitingPong) {
            return;
        }
        awaitingPong = false;
        var time = timer.nanoTime();
        var next = pinged + interval;
        set(next - time >= interval / 2 ? next : time + interval, this::ping);
    }

    /// Whether the client is out of time, though the alarm may still be on its way.
    boolean isOverdue() {
        var time = timer.nanoTime() - due;
        return awaitingPong ? time >= 0 : time >= timeout && !owner.isListening();
    }

    void stop() {
        round++;
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /// A client that listens is not to suffer for a ping that leaves late, nor for its way there
    /// and back. For one that does not, the time runs from when it should have been listening.
    private void ping() {
        awaitingPong = true;
        pinged = due;
        var deadline =
                owner.isListening()
                        ? timer.nanoTime() + timeout + Math.min(timeout / 2, MAX_WAY)
                        : due + timeout;
        set(deadline, owner::silent);
        owner.ping();
    }

    private void set(long time, Runnable task) {
        stop();
        var mine = round;
        due = time;
        alarm =
                timer.in(
                        Duration.ofNanos(Math.max(0, time - timer.nanoTime())),
                        () -> owner.locked(() -> runIf(mine, task)));
    }

    /// A cancelled alarm may have been waiting for the lock already.
    private void runIf(int current, Runnable task) {
        if (round == current) {
            task.run();
        }
    }
}
