package dev.atelier.application.work;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;

import java.time.Duration;
import java.util.function.Consumer;

/// Claims jobs while there is room and hands them over.
final class Dispatcher {

    private final JobQueue queue;
    private final RunningJobs running;
    private final LeaseKeeper lease;
    private final LostJobs lostJobs;
    private final Pacing pacing;

    Dispatcher(
            JobQueue queue,
            RunningJobs running,
            LeaseKeeper lease,
            LostJobs lostJobs,
            Pacing pacing) {
        this.queue = queue;
        this.running = running;
        this.lease = lease;
        this.lostJobs = lostJobs;
        this.pacing = pacing;
    }

    /// Claims once.
    ///
    /// @param begin adds the attempt to the running jobs before it returns
    /// @return how long to sleep if no signal comes
    Duration round(Consumer<AIJob> begin) {
        var room = running.room();
        if (room <= 0 || !lease.isHeld()) {
            return pacing.poll();
        }
        lostJobs.beforeClaim();
        var claimed = queue.claim(lease.worker(), room);
        claimed.forEach(begin);
        lostJobs.claimed();
        return claimed.size() < room ? pacing.until(queue.nextDue()) : pacing.poll();
    }
}
