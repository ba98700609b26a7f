package dev.atelier.application.work;

import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.WorkerId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stops attempts whose job was cancelled or taken over. A signal says where to look, the store
/// what is true.
final class LostJobs implements JobSignals.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(LostJobs.class);

    private final JobQueue queue;
    private final RunningJobs running;
    private final LeaseKeeper lease;
    private final WakeUp wakeUp;
    private final Set<JobId> endedWhileClaiming = ConcurrentHashMap.newKeySet();
    private volatile boolean claiming;

    LostJobs(JobQueue queue, RunningJobs running, LeaseKeeper lease, WakeUp wakeUp) {
        this.queue = queue;
        this.running = running;
        this.lease = lease;
        this.wakeUp = wakeUp;
    }

    @Override
    public void queued() {
        wakeUp.signal();
    }

    @Override
    public void ended(Set<JobId> jobs) {
        if (claiming) {
            endedWhileClaiming.addAll(jobs);
        }
        var suspects = running.undecided(jobs);
        if (!suspects.isEmpty()) {
            Thread.ofVirtual().name("look-for-lost").start(() -> stopLost(suspects));
        }
    }

    @Override
    public void lookAgain() {
        wakeUp.signal();
        Thread.ofVirtual().name("look-for-lost").start(this::stopLost);
    }

    /// From here to [#claimed] a signal may name a job that this worker holds and does not know
    /// yet.
    void beforeClaim() {
        endedWhileClaiming.clear();
        claiming = true;
    }

    /// Whether there may be such jobs now.
    boolean isClaiming() {
        return claiming;
    }

    void claimed() {
        claiming = false;
        var suspects = running.undecided(endedWhileClaiming);
        if (!suspects.isEmpty()) {
            stopLost(suspects);
        }
    }

    void stopLost() {
        var suspects = running.undecided();
        if (!suspects.isEmpty()) {
            stopLost(suspects);
        }
    }

    private void stopLost(List<Attempt> suspects) {
        try {
            lease.held().ifPresent(worker -> stopLost(worker, suspects));
        } catch (RuntimeException unanswered) {
            LOG.warn("cannot tell now whether running jobs were cancelled", unanswered);
        }
    }

    /// Stops the very attempts that were asked about: by the time of the answer, another one of the
    /// same job may be under way.
    private void stopLost(WorkerId worker, List<Attempt> suspects) {
        var lost = queue.lost(worker, suspects.stream().map(Attempt::job).toList());
        suspects.stream()
                .filter(suspect -> lost.contains(suspect.job().id()))
                .forEach(suspect -> suspect.interrupt(Reason.LOST));
    }
}
