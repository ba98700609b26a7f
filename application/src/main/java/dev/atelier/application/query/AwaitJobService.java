package dev.atelier.application.query;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.WakeUp;
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

/// [AwaitJob] by signals, with a slow poll behind them. Each waiter looks at the store itself: a
/// signal only says when.
public final class AwaitJobService implements AwaitJob, JobSignals.Listener {

    private final JobStore store;
    private final Duration poll;
    private final Map<JobId, Set<WakeUp>> waiters = new ConcurrentHashMap<>();

    public AwaitJobService(JobStore store, Duration poll) {
        this.store = store;
        this.poll = poll;
    }

    @Override
    public AIJob await(AIJob job, Duration patience) throws InterruptedException {
        var signal = new WakeUp();
        waiters.compute(job.id(), (_, others) -> with(signal, others));
        try {
            return await(job, Deadline.in(patience), signal);
        } finally {
            waiters.computeIfPresent(job.id(), (_, others) -> without(signal, others));
        }
    }

    private AIJob await(AIJob known, Deadline end, WakeUp signal) throws InterruptedException {
        var job = look(known);
        for (var left = end.left();
                !job.state().isFinal() && left.isPositive();
                left = end.left()) {
            signal.await(left.compareTo(poll) < 0 ? left : poll);
            job = look(job);
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
        jobs.forEach(job -> waiters.getOrDefault(job, Set.of()).forEach(WakeUp::signal));
    }

    @Override
    public void lookAgain() {
        waiters.values().forEach(signals -> signals.forEach(WakeUp::signal));
    }

    @Override
    public void queued() {}

    /// How many wait now.
    int waiting() {
        return waiters.values().stream().mapToInt(Set::size).sum();
    }

    private static Set<WakeUp> with(WakeUp signal, @Nullable Set<WakeUp> others) {
        var all = others == null ? ConcurrentHashMap.<WakeUp>newKeySet() : others;
        all.add(signal);
        return all;
    }

    private static @Nullable Set<WakeUp> without(WakeUp signal, Set<WakeUp> others) {
        others.remove(signal);
        return others.isEmpty() ? null : others;
    }
}
