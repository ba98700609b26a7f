package dev.atelier.application.query;

import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// [AwaitJob] by signals, with a slow poll behind them. Each waiter looks at the store itself: a
/// signal only says when.
public final class AwaitJobService implements AwaitJob, JobSignals.Listener {

    private final JobStore store;
    private final Duration poll;
    private final Map<JobId, Set<Semaphore>> waiters = new ConcurrentHashMap<>();

    public AwaitJobService(JobStore store, Duration poll) {
        this.store = store;
        this.poll = poll;
    }

    @Override
    public AIJob await(AIJob job, Duration patience) throws InterruptedException {
        var signal = new Semaphore(0);
        waiters.compute(job.id(), (_, others) -> with(signal, others));
        try {
            return await(job, System.nanoTime() + patience.toNanos(), signal);
        } finally {
            waiters.computeIfPresent(job.id(), (_, others) -> without(signal, others));
        }
    }

    private AIJob await(AIJob known, long end, Semaphore signal) throws InterruptedException {
        var job = look(known);
        var left = end - System.nanoTime();
        while (!job.state().isFinal() && left > 0) {
            signal.tryAcquire(Math.min(left, poll.toNanos()), TimeUnit.NANOSECONDS);
            job = look(job);
            left = end - System.nanoTime();
        }
        return job;
    }

    private AIJob look(AIJob known) {
        try {
            return store.find(known.id(), known.owner()).orElse(known);
        } catch (StoreUnavailable passing) {
            return known;
        }
    }

    @Override
    public void ended(Set<JobId> jobs) {
        jobs.forEach(job -> waiters.getOrDefault(job, Set.of()).forEach(Semaphore::release));
    }

    @Override
    public void lookAgain() {
        waiters.values().forEach(signals -> signals.forEach(Semaphore::release));
    }

    @Override
    public void queued() {}

    private static Set<Semaphore> with(Semaphore signal, @Nullable Set<Semaphore> others) {
        var all = others == null ? ConcurrentHashMap.<Semaphore>newKeySet() : others;
        all.add(signal);
        return all;
    }

    private static @Nullable Set<Semaphore> without(Semaphore signal, Set<Semaphore> others) {
        others.remove(signal);
        return others.isEmpty() ? null : others;
    }
}
