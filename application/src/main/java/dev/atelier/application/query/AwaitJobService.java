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
    private final Map<JobId, Set<Waiter>> waiters = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    public AwaitJobService(JobStore store, Duration poll) {
        this.store = store;
        this.poll = poll;
    }

    @Override
    public Wait begin(AIJob job) {
        var waiter = new Waiter(job);
        waiters.compute(job.id(), (_, others) -> with(waiter, others));
        return waiter;
    }

    @Override
    public void ended(Set<JobId> jobs) {
        jobs.forEach(job -> waiters.getOrDefault(job, Set.of()).forEach(Waiter::look));
    }

    @Override
    public void lookAgain() {
        waiters.values().forEach(all -> all.forEach(Waiter::look));
    }

    @Override
    public void queued() {}

    /// From now on nobody waits: whoever does is told at once where the job stands.
    public void stop() {
        stopping = true;
        lookAgain();
    }

    @Override
    public int waiting() {
        return waiters.values().stream().mapToInt(Set::size).sum();
    }

    private static Set<Waiter> with(Waiter waiter, @Nullable Set<Waiter> others) {
        var all = others == null ? ConcurrentHashMap.<Waiter>newKeySet() : others;
        all.add(waiter);
        return all;
    }

    private static @Nullable Set<Waiter> without(Waiter waiter, Set<Waiter> others) {
        others.remove(waiter);
        return others.isEmpty() ? null : others;
    }

    private final class Waiter implements Wait {

        private final AIJob known;
        private final WakeUp signal = new WakeUp();
        private volatile boolean calledOff;

        Waiter(AIJob known) {
            this.known = known;
        }

        @Override
        public AIJob await(Duration patience) throws InterruptedException {
            var end = Deadline.in(patience);
            var job = find(known);
            for (var left = end.left();
                    !job.state().isFinal() && !calledOff && !stopping && left.isPositive();
                    left = end.left()) {
                signal.await(left.compareTo(poll) < 0 ? left : poll);
                job = find(job);
            }
            return job;
        }

        private AIJob find(AIJob known) {
            try {
                return store.find(known.id(), known.owner()).orElse(known);
            } catch (StoreUnavailable passing) {
                return known;
            }
        }

        void look() {
            signal.signal();
        }

        @Override
        public void callOff() {
            calledOff = true;
            signal.signal();
        }

        @Override
        public void close() {
            waiters.computeIfPresent(known.id(), (_, others) -> without(this, others));
        }
    }
}
