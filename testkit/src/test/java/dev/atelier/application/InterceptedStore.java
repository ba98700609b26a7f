package dev.atelier.application;

import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// A store where something happens just before or just after a call: somebody else's write, or an
/// outage. Each happening is for one call; calls without one pass through.
public final class InterceptedStore implements JobStore {

    /// What can be intercepted.
    public enum Call {
        ADD,
        FIND,
        DESIGN,
        SAVE,
        DELETE
    }

    /// The store cannot be reached.
    public static final Runnable OUTAGE =
            () -> {
                throw new StoreUnavailable(new IOException("connection refused"));
            };

    public static final Runnable NOTHING = () -> {};

    private final JobStore store;
    private final Map<Call, Queue<Runnable>> before = new ConcurrentHashMap<>();
    private final Map<Call, Queue<Runnable>> after = new ConcurrentHashMap<>();

    public InterceptedStore(JobStore store) {
        this.store = store;
    }

    public InterceptedStore before(Call call, Runnable... happenings) {
        queue(before, call).addAll(List.of(happenings));
        return this;
    }

    public InterceptedStore after(Call call, Runnable... happenings) {
        queue(after, call).addAll(List.of(happenings));
        return this;
    }

    private static Queue<Runnable> queue(Map<Call, Queue<Runnable>> all, Call call) {
        return all.computeIfAbsent(call, _ -> new ConcurrentLinkedQueue<>());
    }

    private <T> T around(Call call, Supplier<T> step) {
        happen(before, call);
        var result = step.get();
        happen(after, call);
        return result;
    }

    private static void happen(Map<Call, Queue<Runnable>> all, Call call) {
        var happening = queue(all, call).poll();
        if (happening != null) {
            happening.run();
        }
    }

    @Override
    public void add(Transition submission) {
        around(
                Call.ADD,
                () -> {
                    store.add(submission);
                    return submission;
                });
    }

    @Override
    public AIJob addOnce(IdempotencyKey key, Transition submission) {
        return around(Call.ADD, () -> store.addOnce(key, submission));
    }

    @Override
    public Optional<AIJob> firstUnder(IdempotencyKey key, UserId owner) {
        return around(Call.FIND, () -> store.firstUnder(key, owner));
    }

    @Override
    public Optional<AIJob> find(JobId id, UserId owner) {
        return around(Call.FIND, () -> store.find(id, owner));
    }

    @Override
    public Optional<CanvasDesign> design(JobId id, UserId owner) {
        return around(Call.DESIGN, () -> store.design(id, owner));
    }

    @Override
    public void save(Transition transition) {
        around(
                Call.SAVE,
                () -> {
                    store.save(transition);
                    return transition;
                });
    }

    @Override
    public void delete(AIJob job) {
        around(
                Call.DELETE,
                () -> {
                    store.delete(job);
                    return job;
                });
    }
}
