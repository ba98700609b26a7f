package dev.atelier.application.work;

import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The attempts under way in this process.
final class RunningJobs {

    private final int slots;
    private final Map<JobId, Attempt> attempts = new ConcurrentHashMap<>();

    RunningJobs(int slots) {
        this.slots = slots;
    }

    int room() {
        return slots - attempts.size();
    }

    int count() {
        return attempts.size();
    }

    void add(Attempt attempt) {
        attempts.put(attempt.job().id(), attempt);
    }

    synchronized void remove(Attempt attempt) {
        attempts.remove(attempt.job().id(), attempt);
        notifyAll();
    }

    /// Jobs whose attempt has not ended yet, and which may therefore be lost.
    List<AIJob> undecided() {
        return undecided(attempts.keySet());
    }

    List<AIJob> undecided(Set<JobId> among) {
        return among.stream()
                .map(attempts::get)
                .filter(attempt -> attempt != null && !attempt.isDecided())
                .map(Attempt::job)
                .toList();
    }

    void interrupt(Collection<JobId> jobs, Reason reason) {
        for (var id : jobs) {
            var attempt = attempts.get(id);
            if (attempt != null) {
                attempt.interrupt(reason);
            }
        }
    }

    void interruptAll(Reason reason) {
        attempts.values().forEach(attempt -> attempt.interrupt(reason));
    }

    /// @return whether all attempts were settled within `patience`
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        for (var left = patience.toMillis();
                !attempts.isEmpty() && left > 0;
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return attempts.isEmpty();
    }
}
