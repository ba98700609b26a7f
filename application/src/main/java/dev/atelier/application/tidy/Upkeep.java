package dev.atelier.application.tidy;

import dev.atelier.application.AIJobsApplication.Settings;
import dev.atelier.application.Ports;
import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Lookout;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.Outlook.Sight;
import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.application.work.FailedAttempts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// All chores, each in a loop of its own: an outage or a slow one does not hold up the others. What
/// a lookout has not seen is not asked for.
public final class Upkeep implements Lookout.Follower {

    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(20);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);

    private final List<Loop> chores;
    private final WakeUp expiry = new WakeUp();
    private volatile Sight sight = Sight.UNKNOWN;

    public static Upkeep of(
            Ports ports, Settings settings, InstantSource clock, RandomGenerator random) {
        var sweep = new Sweep(ports.store());
        var failedAttempts = new FailedAttempts(settings.retry(), clock, random);
        return new Upkeep(
                new RecoverAbandonedJobs(ports.queue(), sweep, failedAttempts),
                new FailExpiredJobs(ports.queue(), sweep, clock),
                new PurgeEndedJobs(ports.retention(), settings.keepEndedJobs()),
                ports.workers(),
                settings.work().lease());
    }

    private Upkeep(
            RecoverAbandonedJobs recover,
            FailExpiredJobs expire,
            PurgeEndedJobs purge,
            WorkerRegistry workers,
            Duration lease) {
        this.chores =
                List.of(
                        chore(
                                "recover-abandoned",
                                lease.dividedBy(10),
                                () -> sight.running() && recover.round()),
                        new Loop("fail-expired", expiry, pausing(Lookout.UNTOLD, expire::round)),
                        chore("purge-ended", PURGE_EVERY, purge::round),
                        chore("forget-silent-workers", FORGET_EVERY, () -> forget(workers)));
    }

    @Override
    public void seen(Sight seen) {
        sight = seen;
        if (seen.expired()) {
            expiry.signal();
        }
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

    private static boolean forget(WorkerRegistry workers) {
        workers.forgetSilent();
        return false;
    }

    private static Loop chore(String name, Duration every, BooleanSupplier round) {
        return new Loop(name, new WakeUp(), pausing(every, round));
    }

    /// @param round tells whether there may be more
    private static Supplier<Duration> pausing(Duration every, BooleanSupplier round) {
        return () -> round.getAsBoolean() ? BETWEEN_BATCHES : every;
    }
}
