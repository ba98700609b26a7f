package dev.atelier.adapters.ai.gate;

import dev.atelier.application.port.out.GeneratorPaused;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The one way to a model of a provider, for all jobs of this node. It never makes anybody wait: a
/// call may begin, or it is turned away at once.
///
/// The gate closes for a while when the provider asks for patience, and when too many calls have
/// failed. After that one call goes first, alone: once its answer begins, others may follow. Calls
/// that began before the gate closed tell nothing of what came after, so their ends do not count.
/// Whoever operates it may hold it closed, for as long as they like.
public final class ProviderGate {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderGate.class);

    private final String name;
    private final InstantSource clock;
    private final Breaker breaker;
    private final Pauses pauses;
    private final ConcurrencyLimit limit = new ConcurrencyLimit();
    private static final Duration HELD_AT_LEAST = Duration.ofMinutes(1);

    private boolean held;
    private Instant closedUntil = Instant.MIN;
    private int closings;
    private int underWay;
    private boolean untested;
    private @Nullable Pass first;

    /// @param name of the provider, for the log
    public ProviderGate(String name, InstantSource clock, RandomGenerator random) {
        this.name = name;
        this.clock = clock;
        this.breaker = new Breaker(name);
        this.pauses = new Pauses(random);
    }

    /// Begins a call, which must be ended by [Pass#close].
    ///
    /// @throws GeneratorPaused if nobody may ask now
    public synchronized Pass enter() {
        if (isClosed()) {
            throw new GeneratorPaused(opens());
        }
        if (room() == 0) {
            throw new GeneratorPaused(clock.instant());
        }
        underWay++;
        var pass = new Pass(this, closings);
        if (untested) {
            first = pass;
            breaker.tryAgain();
        }
        return pass;
    }

    /// @return until when nobody may ask; empty if the gate is open
    public synchronized Optional<Instant> closedUntil() {
        return isClosed() ? Optional.of(opens()) : Optional.empty();
    }

    /// How many more calls may begin now.
    public synchronized int room() {
        if (isClosed()) {
            return 0;
        }
        if (untested) {
            return first == null ? 1 : 0;
        }
        return Math.max(0, limit.calls() - underWay);
    }

    /// @param closed whether to turn everybody away from now on
    public synchronized void hold(boolean closed) {
        if (held != closed) {
            LOG.info("{} is {} by its operators", name, closed ? "paused" : "resumed");
            held = closed;
        }
    }

    private boolean isClosed() {
        return held || clock.instant().isBefore(closedUntil);
    }

    /// Nobody knows how long operators hold it: it is worth asking again in a while.
    private Instant opens() {
        var look = clock.instant().plus(HELD_AT_LEAST);
        return held && look.isAfter(closedUntil) ? look : closedUntil;
    }

    synchronized void accepted(Pass pass) {
        if (pass == first && isCurrent(pass)) {
            open();
        }
    }

    synchronized void answered(Pass pass) {
        if (isCurrent(pass)) {
            breaker.answered();
            pauses.over();
            limit.grow();
            open();
        }
    }

    synchronized void failed(Pass pass, Throwable failure) {
        if (isCurrent(pass) && breaker.trips(failure)) {
            close(Breaker.REST, "it fails too often");
        }
    }

    /// Calls that are turned away together are one sign, not many; but each of them may say how
    /// long to wait.
    synchronized void limited(Pass pass, @Nullable Duration told) {
        if (isCurrent(pass)) {
            limit.fall(underWay);
            close(pauses.next(told), "it asks for patience");
        } else if (told != null) {
            close(pauses.next(told), "it still asks for patience");
        }
    }

    synchronized void leave(Pass pass) {
        underWay--;
        if (pass == first) {
            first = null;
        }
    }

    private boolean isCurrent(Pass pass) {
        return pass.closingsBefore() == closings;
    }

    private void open() {
        if (untested) {
            LOG.info("{} answers again", name);
            untested = false;
        }
    }

    private void close(Duration pause, String reason) {
        closings++;
        untested = true;
        var until = clock.instant().plus(pause);
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
            LOG.warn("{} is left alone until {}: {}", name, until, reason);
        }
    }
}
