package dev.atelier.application.work;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.WorkerId;

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
        var worker = lease.held();
        if (room <= 0 || worker.isEmpty()) {
            return pacing.poll();
        }
        var claimed = claim(worker.get(), room, begin);
        return claimed < room ? pacing.until(queue.nextDue()) : pacing.poll();
    }

    private int claim(WorkerId worker, int room, Consumer<AIJob> begin) {
        lostJobs.beforeClaim();
        try {
            var claimed = queue.claim(worker, room);
            claimed.forEach(begin);
            return claimed.size();
        } finally {
            lostJobs.claimed();
        }
    }
}
