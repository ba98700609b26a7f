package dev.atelier.application.work;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The attempts under way in this process. A job can have two for a moment: called off and retried
/// at once, it may be claimed again while the first still lets go.
final class RunningJobs {

    private final int slots;
    private final Map<JobId, List<Attempt>> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    RunningJobs(int slots) {
        this.slots = slots;
    }

    int room() {
        return slots - count();
    }

    int count() {
        return count.get();
    }

    void add(Attempt attempt) {
        count.incrementAndGet();
        attempts.merge(
                attempt.job().id(),
                List.of(attempt),
                (those, one) -> Stream.concat(those.stream(), one.stream()).toList());
    }

    synchronized void remove(Attempt attempt) {
        attempts.computeIfPresent(
                attempt.job().id(),
                (_, those) -> {
                    var others = those.stream().filter(one -> one != attempt).toList();
                    return others.isEmpty() ? null : others;
                });
        count.decrementAndGet();
        notifyAll();
    }

    /// Of which jobs an attempt is under way.
    List<AIJob> jobs() {
        return all().map(Attempt::job).toList();
    }

    /// One version of one job.
    record Held(JobId id, long version) {

        static Held of(AIJob job) {
            return new Held(job.id(), job.version());
        }
    }

    /// Of which versions of which jobs an attempt is under way.
    Set<Held> held() {
        return all().map(Attempt::job).map(Held::of).collect(toUnmodifiableSet());
    }

    /// Attempts that have not ended yet, and whose job may therefore be lost.
    List<Attempt> undecided() {
        return undecided(all());
    }

    /// Costs no more than `among` are many: whoever tells of ends does so often.
    List<Attempt> undecided(Set<JobId> among) {
        return undecided(
                among.stream().flatMap(job -> attempts.getOrDefault(job, List.of()).stream()));
    }

    private static List<Attempt> undecided(Stream<Attempt> among) {
        return among.filter(attempt -> !attempt.isDecided()).toList();
    }

    private Stream<Attempt> all() {
        return attempts.values().stream().flatMap(List::stream);
    }

    void interruptAll(Reason reason) {
        all().forEach(attempt -> attempt.interrupt(reason));
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
