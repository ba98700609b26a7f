package dev.atelier.application.work;

import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.WorkerId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Keeps this worker's lease, and stops all its work in time when it cannot. Time here is monotonic
/// and counts from before a renewal was sent, so this worker always thinks its lease shorter than
/// everybody else does. A worker that lost its lease goes on under a new id: what it held under the
/// old one is for others to find.
final class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final WorkerRegistry registry;
    private final RunningJobs running;
    private final WorkSettings settings;
    private final Supplier<WorkerId> ids;
    private final LongSupplier nanoTime;
    private WorkerId worker;
    private boolean joined;
    private long renewedAt;

    LeaseKeeper(
            WorkerRegistry registry,
            RunningJobs running,
            WorkSettings settings,
            Supplier<WorkerId> ids,
            LongSupplier nanoTime) {
        this.registry = registry;
        this.running = running;
        this.settings = settings;
        this.ids = ids;
        this.nanoTime = nanoTime;
        this.worker = ids.get();
    }

    /// Renews the lease, or begins one.
    ///
    /// @return how long until it should be renewed again
    Duration beat() {
        renounceIfOverdue();
        var candidate = worker();
        var sentAt = nanoTime.getAsLong();
        if (isJoined()) {
            renew(candidate, sentAt);
        }
        if (!isJoined()) {
            join(sentAt);
        }
        return settings.beat();
    }

    private void renew(WorkerId candidate, long sentAt) {
        var known = registry.beat(candidate);
        synchronized (this) {
            if (known && candidate.equals(worker) && !overdueAt(nanoTime.getAsLong(), sentAt)) {
                renewedAt = sentAt;
            } else if (candidate.equals(worker)) {
                renounce();
            }
        }
    }

    private void join(long sentAt) {
        var candidate = worker();
        registry.join(candidate, settings.slots());
        synchronized (this) {
            joined = true;
            renewedAt = sentAt;
        }
    }

    /// Stops everything if the lease was not renewed in time.
    ///
    /// @return how long until this should be looked at again
    synchronized Duration watch() {
        renounceIfOverdue();
        return joined
                ? Duration.ofNanos(
                        Math.max(
                                1_000_000,
                                renewedAt + settings.trust().toNanos() - nanoTime.getAsLong()))
                : settings.beat();
    }

    /// Whether this worker may claim jobs.
    synchronized boolean isHeld() {
        return joined && !overdueAt(nanoTime.getAsLong(), renewedAt);
    }

    synchronized WorkerId worker() {
        return worker;
    }

    /// An orderly end.
    void leave() {
        if (isJoined()) {
            registry.leave(worker());
        }
    }

    private synchronized boolean isJoined() {
        return joined;
    }

    private synchronized void renounceIfOverdue() {
        if (joined && overdueAt(nanoTime.getAsLong(), renewedAt)) {
            renounce();
        }
    }

    private boolean overdueAt(long now, long renewed) {
        return now - renewed >= settings.trust().toNanos();
    }

    private void renounce() {
        LOG.warn(
                "worker {}: the lease is lost; {} running jobs are stopped",
                worker,
                running.count());
        running.interruptAll(Reason.LEASE_LOST);
        worker = ids.get();
        joined = false;
    }
}
