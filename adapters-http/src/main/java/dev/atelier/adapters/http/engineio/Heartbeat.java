package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.timing.Timer;
import dev.atelier.adapters.http.timing.Timer.Alarm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Pings a client at intervals and notices when it has fallen silent. To be used under its owner's
/// lock only.
final class Heartbeat {

    private final Timer timer;
    private final long interval;
    private final long timeout;
    private final Owner owner;
    private @Nullable Alarm alarm;
    private int round;
    private long due;
    private boolean awaitingPong;

    interface Owner {

        /// Sends a ping. Under the lock.
        void ping();

        /// The client has not answered in time. Under the lock.
        void silent();

        void locked(Runnable task);
    }

    Heartbeat(Timer timer, EngineSettings settings, Owner owner) {
        this.timer = timer;
        this.interval = settings.pingInterval().toNanos();
        this.timeout = settings.pingTimeout().toNanos();
        this.owner = owner;
    }

    void start() {
        awaitingPong = false;
        set(timer.nanoTime() + interval, this::ping);
    }

    void pong() {
        if (awaitingPong) {
            start();
        }
    }

    /// Whether the client is out of time, though the alarm may still be on its way.
    boolean isOverdue() {
        return awaitingPong && timer.nanoTime() - due >= 0;
    }

    void stop() {
        round++;
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /// Counted from when the ping was due; but if it is very late, then the delay was ours, and
    /// most of the time is given anyway.
    private void ping() {
        awaitingPong = true;
        var late = timer.nanoTime() - due;
        set(due + timeout + Math.max(0, late - timeout / 4), owner::silent);
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
