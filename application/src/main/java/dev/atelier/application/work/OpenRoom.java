package dev.atelier.application.work;

import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.WorkerId;

import java.time.Duration;
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
        /// Somebody is about to bring a job.
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

    /// Waits for whoever is about to bring a job.
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
    public Optional<WorkerId> take() {
        lock.lock();
        try {
            var worker = door == Door.OPEN ? whoHasRoom() : Optional.<WorkerId>empty();
            if (worker.isPresent()) {
                door = Door.TAKEN;
                lostJobs.beforeClaim();
            }
            return worker;
        } finally {
            lock.unlock();
        }
    }

    private Optional<WorkerId> whoHasRoom() {
        return room.now() > 0 ? lease.held() : Optional.empty();
    }

    @Override
    public void settle(Optional<AIJob> started) {
        try {
            started.ifPresent(begin);
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
