package dev.atelier.application.work;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The attempts under way in this process. A job can have two for a moment: called off and retried
/// at once, it may be claimed again while the first still lets go.
final class RunningJobs {

    private final int slots;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();

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
        attempts.add(attempt);
    }

    synchronized void remove(Attempt attempt) {
        attempts.remove(attempt);
        notifyAll();
    }

    /// Of which jobs an attempt is under way.
    List<AIJob> jobs() {
        return attempts.stream().map(Attempt::job).toList();
    }

    /// One version of one job.
    record Held(JobId id, long version) {

        static Held of(AIJob job) {
            return new Held(job.id(), job.version());
        }
    }

    /// Of which versions of which jobs an attempt is under way.
    Set<Held> held() {
        return attempts.stream().map(Attempt::job).map(Held::of).collect(toUnmodifiableSet());
    }

    /// Attempts that have not ended yet, and whose job may therefore be lost.
    List<Attempt> undecided() {
        return attempts.stream().filter(attempt -> !attempt.isDecided()).toList();
    }

    List<Attempt> undecided(Set<JobId> among) {
        return undecided().stream().filter(attempt -> among.contains(attempt.job().id())).toList();
    }

    void interruptAll(Reason reason) {
        attempts.forEach(attempt -> attempt.interrupt(reason));
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
