package dev.atelier.application.work;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.WorkerId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A line of jobs that counts what it is asked, and where something happens after the store has
/// done its part and before the caller hears of it.
final class InterceptedQueue implements JobQueue {

    private final JobQueue queue;
    private final Queue<Runnable> afterClaim = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> afterLost = new ConcurrentLinkedQueue<>();
    private final AtomicInteger claims = new AtomicInteger();
    private final AtomicInteger lookUps = new AtomicInteger();

    InterceptedQueue(JobQueue queue) {
        this.queue = queue;
    }

    void afterClaim(Runnable happening) {
        afterClaim.add(happening);
    }

    void afterLost(Runnable happening) {
        afterLost.add(happening);
    }

    int claims() {
        return claims.get();
    }

    int lookUps() {
        return lookUps.get();
    }

    @Override
    public List<AIJob> claim(WorkerId worker, int room) {
        claims.incrementAndGet();
        var claimed = queue.claim(worker, room);
        happen(afterClaim);
        return claimed;
    }

    @Override
    public void leaveOpen(OpenClaim claim) {
        queue.leaveOpen(claim);
    }

    @Override
    public List<AIJob> held(WorkerId worker, Collection<AIJob> known) {
        return queue.held(worker, known);
    }

    @Override
    public Set<JobId> lost(WorkerId worker, Collection<AIJob> held) {
        lookUps.incrementAndGet();
        var lost = queue.lost(worker, held);
        happen(afterLost);
        return lost;
    }

    private static void happen(Queue<Runnable> happenings) {
        var happening = happenings.poll();
        if (happening != null) {
            happening.run();
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return queue.nextDue();
    }

    @Override
    public List<AIJob> abandoned(int limit) {
        return queue.abandoned(limit);
    }

    @Override
    public List<AIJob> expired(int limit) {
        return queue.expired(limit);
    }
}
