package dev.atelier.application.work;

import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// What room is left once a claim found no more: open to new jobs until the dispatcher looks again.
/// No two claims are under way at once, so that no slot is given away twice.
final class OpenRoom implements OpenClaim {

    private enum Door {
        CLOSED,
        OPEN,
        /// Somebody is about to bring jobs.
        TAKEN
    }

    private final Room room;
    private final LeaseKeeper lease;
    private final LostJobs lostJobs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private Door door = Door.CLOSED;
    private Consumer<AIJob> begin = _ -> {};

    OpenRoom(Room room, LeaseKeeper lease, LostJobs lostJobs) {
        this.room = room;
        this.lease = lease;
        this.lostJobs = lostJobs;
    }

    /// @param begin adds the attempt to the running jobs before it returns
    void open(Consumer<AIJob> begin) {
        lock.lock();
        try {
            this.begin = begin;
            door = Door.OPEN;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for those who are about to bring jobs.
    void close() {
        lock.lock();
        try {
            while (door == Door.TAKEN) {
                settled.awaitUninterruptibly();
            }
            door = Door.CLOSED;
        } finally {
            lock.unlock();
        }
    }

    /// The same, but waits no longer than `patience`.
    void close(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            for (var left = patience.toNanos(); door == Door.TAKEN && left > 0; ) {
                left = settled.awaitNanos(left);
            }
            door = Door.CLOSED;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Allowance> take() {
        lock.lock();
        try {
            var allowance = door == Door.OPEN ? allowance() : Optional.<Allowance>empty();
            if (allowance.isPresent()) {
                door = Door.TAKEN;
                lostJobs.beforeClaim();
            }
            return allowance;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Allowance> allowance() {
        var free = room.now();
        return lease.held().filter(_ -> free > 0).map(worker -> new Allowance(worker, free));
    }

    @Override
    public void settle(List<AIJob> claimed) {
        try {
            claimed.forEach(begin);
        } finally {
            lostJobs.claimed();
            reopen();
        }
    }

    private void reopen() {
        lock.lock();
        try {
            if (door == Door.TAKEN) {
                door = Door.OPEN;
            }
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
