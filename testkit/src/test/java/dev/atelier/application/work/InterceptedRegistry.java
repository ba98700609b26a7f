package dev.atelier.application.work;

import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.domain.job.WorkerId;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A registry that remembers who joined, and where something happens after the store has done its
/// part and before the worker hears of it.
final class InterceptedRegistry implements WorkerRegistry {

    private final WorkerRegistry registry;
    private final Queue<Runnable> afterNext = new ConcurrentLinkedQueue<>();
    private final List<WorkerId> joined = new CopyOnWriteArrayList<>();

    InterceptedRegistry(WorkerRegistry registry) {
        this.registry = registry;
    }

    /// Happens during the next call to join or beat.
    void duringNext(Runnable happening) {
        afterNext.add(happening);
    }

    List<WorkerId> joined() {
        return joined;
    }

    @Override
    public void join(WorkerId worker, int slots) {
        joined.add(worker);
        registry.join(worker, slots);
        happen();
    }

    @Override
    public boolean beat(WorkerId worker) {
        var known = registry.beat(worker);
        happen();
        return known;
    }

    private void happen() {
        var happening = afterNext.poll();
        if (happening != null) {
            happening.run();
        }
    }

    @Override
    public void leave(WorkerId worker) {
        registry.leave(worker);
    }

    @Override
    public void forgetSilent() {
        registry.forgetSilent();
    }
}
