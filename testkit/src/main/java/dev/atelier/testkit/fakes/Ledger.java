package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.in.SteerWork.Pause;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a database would hold, under one lock that stands for its transactions.
final class Ledger {

    record JobKey(UserId owner, JobId id) {}

    record CanvasKey(UserId owner, CanvasId id) {}

    record OnceKey(UserId owner, IdempotencyKey key) {}

    record KeyUse(JobId job, Instant at) {}

    record Lease(int slots, Instant startedAt, Instant beatenAt) {

        Lease beatenAt(Instant time) {
            return new Lease(slots, startedAt, time);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<JobKey, Row> rows = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Duration lease;

    final Map<CanvasKey, List<Stored>> canvases = new LinkedHashMap<>();
    final Map<OnceKey, KeyUse> keys = new HashMap<>();
    final Map<WorkerId, Lease> workers = new HashMap<>();
    final Map<String, Pause> pauses = new LinkedHashMap<>();
    final Mail mail = new Mail();
    final Line line = new Line();
    final Measures measures = new Measures();

    Ledger(InstantSource clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    <T extends @Nullable Object> T atomically(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void atomically(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Stream<Row> rows() {
        return rows.values().stream();
    }

    @Nullable Row row(JobId id, UserId owner) {
        return rows.get(new JobKey(owner, id));
    }

    /// The jobs in the line, those that have fallen due since included.
    Stream<Row> lined() {
        line.admit(rows.values(), now());
        return rows().filter(row -> row.isQueued() && row.turn() != Row.NO_TURN);
    }

    /// @param loggedAt when its entry in the log was written
    void add(Transition submission, Instant loggedAt) {
        var job = submission.job();
        var row = new Row(job);
        row.apply(submission, loggedAt);
        if (rows.putIfAbsent(new JobKey(job.owner(), job.id()), row) != null) {
            throw new IllegalStateException("job " + job.id() + " is there already");
        }
        measures.submitted(job);
        line.admit(rows.values(), now());
    }

    void apply(Transition transition) {
        apply(transition, now());
    }

    /// @param loggedAt when its entry in the log was written
    void apply(Transition transition, Instant loggedAt) {
        var job = transition.job();
        var row = current(job, transition.expectedVersion());
        if (transition.event() instanceof JobCompleted(_, var canvas, _, _)) {
            put(canvas);
        }
        line.admit(rows.values(), now());
        measures.take(row, transition.event());
        if (transition.event() instanceof JobStarted) {
            line.serve(row);
        }
        row.apply(transition, loggedAt);
        line.admit(rows.values(), now());
        Announcement.of(transition).ifPresent(message -> mail.add(message, now()));
    }

    void put(Canvas canvas) {
        var key = new CanvasKey(canvas.owner(), canvas.id());
        var versions = canvases.getOrDefault(key, List.of());
        var latest = versions.isEmpty() ? 0 : versions.getLast().canvas().version();
        if (latest != canvas.version() - 1) {
            throw new StaleCanvas(canvas.id());
        }
        var next = new ArrayList<>(versions);
        next.add(new Stored(canvas, now()));
        canvases.put(key, List.copyOf(next));
    }

    void remove(AIJob job) {
        current(job, job.version());
        rows.remove(new JobKey(job.owner(), job.id()));
        mail.forget(job);
        keys.values().removeIf(use -> use.job().equals(job.id()));
    }

    /// Forgets keys that lead to no job, and what was measured of a user who has none.
    void forgetTraces(UserId owner) {
        keys.entrySet()
                .removeIf(
                        use ->
                                use.getKey().owner().equals(owner)
                                        && row(use.getValue().job(), owner) == null);
        if (rows().noneMatch(row -> row.job().owner().equals(owner))) {
            measures.forget(owner);
        }
    }

    private Row current(AIJob job, long version) {
        var row = row(job.id(), job.owner());
        if (row == null || row.job().version() != version) {
            throw new StaleJob(job.id());
        }
        return row;
    }

    boolean isAlive(WorkerId worker) {
        var held = workers.get(worker);
        return held != null && !held.beatenAt().plus(lease).isBefore(now());
    }

    Duration lease() {
        return lease;
    }
}
