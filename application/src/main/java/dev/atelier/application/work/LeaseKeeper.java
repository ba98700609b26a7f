package dev.atelier.application.work;

import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
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
    private @Nullable WorkerId worker;
    private long renewedAt;
    private long lost;

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
    }

    /// Renews the lease, or begins one.
    ///
    /// @return how long until it should be renewed again
    Duration beat() {
        renounceIfOverdue();
        if (!renewed()) {
            join();
        }
        return settings.beat();
    }

    private boolean renewed() {
        var candidate = worker();
        return candidate.isPresent() && renewed(candidate.get());
    }

    private boolean renewed(WorkerId candidate) {
        var sentAt = nanoTime.getAsLong();
        var known = registry.beat(candidate);
        synchronized (this) {
            if (!candidate.equals(worker)) {
                return false;
            }
            if (!known || overdueSince(sentAt)) {
                renounce(candidate);
                return false;
            }
            renewedAt = sentAt;
            return true;
        }
    }

    /// Always under an id that nobody has seen: what became of an earlier try is not known.
    private void join() {
        var newcomer = ids.get();
        var sentAt = nanoTime.getAsLong();
        registry.join(newcomer, settings.slots());
        synchronized (this) {
            worker = newcomer;
            renewedAt = sentAt;
        }
    }

    /// Stops everything if the lease was not renewed in time.
    ///
    /// @return how long until this should be looked at again
    synchronized Duration watch() {
        renounceIfOverdue();
        var left = renewedAt + settings.trust().toNanos() - nanoTime.getAsLong();
        return worker == null ? settings.beat() : Duration.ofNanos(Math.max(1_000_000, left));
    }

    /// Under which id this worker may claim jobs now, if it may.
    synchronized Optional<WorkerId> held() {
        return overdueSince(renewedAt) ? Optional.empty() : worker();
    }

    /// Whether this worker still vouches for a job that it claimed.
    boolean covers(AIJob job) {
        return job.state() instanceof Running(var holder, _)
                && held().filter(holder::equals).isPresent();
    }

    /// How often the lease was lost.
    synchronized long lost() {
        return lost;
    }

    /// An orderly end.
    void leave() {
        worker().ifPresent(registry::leave);
    }

    private synchronized Optional<WorkerId> worker() {
        return Optional.ofNullable(worker);
    }

    private synchronized void renounceIfOverdue() {
        if (worker != null && overdueSince(renewedAt)) {
            renounce(worker);
        }
    }

    private boolean overdueSince(long renewal) {
        return nanoTime.getAsLong() - renewal >= settings.trust().toNanos();
    }

    private void renounce(WorkerId lost) {
        LOG.warn(
                "worker {}: the lease is lost; {} running jobs are stopped", lost, running.count());
        this.lost++;
        worker = null;
        running.interruptAll(Reason.LEASE_LOST);
    }
}
