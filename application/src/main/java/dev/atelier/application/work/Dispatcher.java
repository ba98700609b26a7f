package dev.atelier.application.work;

import dev.atelier.application.loop.Pacing;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.WorkerId;

import java.time.Duration;
import java.util.function.Consumer;

/// Claims jobs while there is room and hands them over.
final class Dispatcher {

    /// The first of many begin while the next are being claimed.
    private static final int MOST_AT_ONCE = 500;

    private final JobQueue queue;
    private final Room room;
    private final LeaseKeeper lease;
    private final LostJobs lostJobs;
    private final OpenRoom openRoom;
    private final Pacing pacing;

    Dispatcher(JobQueue queue, Room room, LeaseKeeper lease, LostJobs lostJobs, Pacing pacing) {
        this.queue = queue;
        this.room = room;
        this.lease = lease;
        this.lostJobs = lostJobs;
        this.openRoom = new OpenRoom(room, lease, lostJobs);
        this.pacing = pacing;
    }

    /// What room is left between two rounds.
    OpenRoom openRoom() {
        return openRoom;
    }

    /// Claims once, and nothing while no provider can be asked: a job is better off in the queue,
    /// where another node finds it. Where no more jobs wait than there is room for, new ones find
    /// the rest of it open.
    ///
    /// @param begin adds the attempt to the running jobs before it returns
    /// @return how long to sleep if no signal comes
    Duration round(Consumer<AIJob> begin) {
        openRoom.close();
        var free = room.now();
        var worker = lease.held();
        if (free <= 0 || worker.isEmpty()) {
            return pacing.until(room.opens());
        }
        var asked = Math.min(free, MOST_AT_ONCE);
        var claimed = claim(worker.get(), asked, begin);
        if (claimed == asked) {
            return asked < free ? Duration.ZERO : pacing.poll();
        }
        openRoom.open(begin);
        return pacing.until(queue.nextDue());
    }

    private int claim(WorkerId worker, int free, Consumer<AIJob> begin) {
        lostJobs.beforeClaim();
        try {
            var claimed = queue.claim(worker, free);
            claimed.forEach(begin);
            return claimed.size();
        } finally {
            lostJobs.claimed();
        }
    }
}
