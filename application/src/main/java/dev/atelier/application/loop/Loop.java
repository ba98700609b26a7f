package dev.atelier.application.loop;

import dev.atelier.application.port.out.StoreUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Does a round, sleeps as long as the round says or until it is woken, and again, on a thread of
/// its own. A round that throws is logged and tried again: a loop ends only when it is stopped.
/// Sleeps are shortened by up to a tenth, so that nodes that started together do not stay in step.
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final WakeUp wakeUp;
    private final Supplier<Duration> round;
    private final Thread thread;
    private volatile boolean stopping;

    /// @param wakeUp a signal on it ends the sleep
    /// @param round does the work, and says how long to sleep after it
    public Loop(String name, WakeUp wakeUp, Supplier<Duration> round) {
        this.name = name;
        this.wakeUp = wakeUp;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public boolean isRunning() {
        return thread.isAlive() && !stopping;
    }

    /// From now on no round begins.
    public void stop() {
        stopping = true;
        wakeUp.signal();
    }

    /// Lets the round under way end, as long as `patience` lasts; then interrupts it.
    public void awaitEnd(Duration patience) throws InterruptedException {
        if (thread.isAlive() && !thread.join(patience)) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                wakeUp.await(shortened(attempt()));
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} was interrupted", name);
        }
    }

    private Duration attempt() {
        try {
            return round.get();
        } catch (StoreUnavailable outage) {
            LOG.warn("{}: {}; trying again", name, outage.getMessage());
        } catch (Throwable bug) {
            LOG.error("{}: the round failed; trying again", name, bug);
        }
        return AFTER_A_FAILURE;
    }

    private static Duration shortened(Duration pause) {
        return pause.minus(
                Duration.ofNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 10 + 1)));
    }
}
