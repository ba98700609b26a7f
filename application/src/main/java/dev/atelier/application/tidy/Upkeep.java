package dev.atelier.application.tidy;

import dev.atelier.application.AIJobsApplication.Settings;
import dev.atelier.application.Ports;
import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.work.FailedAttempts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// All chores, each in a loop of its own: an outage or a slow one does not hold up the others.
public final class Upkeep {

    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(20);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final List<Loop> chores;

    private Upkeep(List<Loop> chores) {
        this.chores = chores;
    }

    public static Upkeep of(
            Ports ports, Settings settings, InstantSource clock, RandomGenerator random) {
        var sweep = new Sweep(ports.store());
        var failedAttempts = new FailedAttempts(settings.retry(), clock, random);
        var recover = new RecoverAbandonedJobs(ports.queue(), sweep, failedAttempts);
        var expire = new FailExpiredJobs(ports.queue(), sweep, clock);
        var purge = new PurgeEndedJobs(ports.retention(), settings.keepEndedJobs());
        var work = settings.work();
        return new Upkeep(
                List.of(
                        chore("recover-abandoned", work.lease().dividedBy(10), recover::round),
                        chore("fail-expired", work.poll(), expire::round),
                        chore("purge-ended", PURGE_EVERY, purge::round),
                        chore("forget-silent-workers", FORGET_EVERY, () -> forget(ports))));
    }

    public void start() {
        chores.forEach(Loop::start);
    }

    /// From now on no chore begins.
    public void stop() {
        chores.forEach(Loop::stop);
    }

    /// Lets chores under way end, as long as `patience` lasts; then interrupts them.
    public void awaitEnd(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        for (var chore : chores) {
            chore.awaitEnd(deadline.left());
        }
    }

    private static boolean forget(Ports ports) {
        ports.workers().forgetSilent();
        return false;
    }

    private static Loop chore(String name, Duration every, BooleanSupplier round) {
        return new Loop(name, new WakeUp(), () -> round.getAsBoolean() ? BETWEEN_BATCHES : every);
    }
}
