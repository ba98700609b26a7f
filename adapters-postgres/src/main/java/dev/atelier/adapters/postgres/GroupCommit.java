package dev.atelier.adapters.postgres;

import static java.util.stream.Collectors.toSet;

import dev.atelier.application.port.out.StoreUnavailable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Gathers the writes that arrive while one flush is under way and hands them on as one: many
/// callers, one commit. A caller is held until its own write is durable or has failed.
///
/// The flush runs on a thread of its own, because a caller may be interrupted, and an interrupt in
/// the middle of a conversation with the database would break it off for everybody in the batch.
/// Where many wait, a second one helps, so that the database works on a batch while another is on
/// its way to the disk; where few do, a batch of all is quicker.
///
/// @param <W> a write
/// @param <R> what its caller is told
final class GroupCommit<W, R> implements AutoCloseable {

    static final int FLUSHERS = 2;

    /// Answers each write of the batch, in their order.
    interface Flush<W, R> {

        /// @param flusher which of [#FLUSHERS] asks, from 0
        List<R> flush(int flusher, List<W> batch);
    }

    /// @param key writes of equal keys never share a batch, so that each sees what the one before
    ///   has left
    /// @param owner nor are writes of one owner under way in two batches at once
    /// @param kind writes of different kinds never share a batch either
    /// @param bytes roughly what a write adds to a statement
    /// @param many from so many waiting writes on a second flush begins beside the first
    record Rules<W>(
            Function<W, Object> key,
            Function<W, Object> owner,
            Function<W, Object> kind,
            ToIntFunction<W> bytes,
            int maxWrites,
            int maxBytes,
            int many) {

        static final int NEVER = Integer.MAX_VALUE;

        boolean areAlike(W one, W other) {
            return kind.apply(one).equals(kind.apply(other));
        }
    }

    private record Pending<W, R>(W write, CompletableFuture<R> answer) {}

    /// Less than a commit takes.
    private static final long MOMENT_NANOS = 300_000;

    private final Rules<W> rules;
    private final Flush<W, R> flush;
    private final Predicate<Throwable> isRefusedData;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingPending = lock.newCondition();
    private final Condition muchPending = lock.newCondition();
    private final Deque<Pending<W, R>> pending = new ArrayDeque<>();
    private final Set<Object> ownersUnderWay = new HashSet<>();
    private final CompletableFuture<Void> ended;
    private boolean closed;

    /// @param isRefusedData tells a failure that some write of the batch is to blame for: the
    ///   others are then saved from it
    GroupCommit(
            String name, Rules<W> rules, Predicate<Throwable> isRefusedData, Flush<W, R> flush) {
        this.rules = rules;
        this.isRefusedData = isRefusedData;
        this.flush = flush;
        this.ended =
                CompletableFuture.allOf(
                        IntStream.range(0, FLUSHERS)
                                .mapToObj(flusher -> started(name, flusher))
                                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> started(String name, int flusher) {
        return CompletableFuture.runAsync(
                () -> run(flusher), Thread.ofVirtual().name(name + "-" + flusher)::start);
    }

    /// Returns once the write is durable. An interrupt does not cut the wait short, since the write
    /// cannot be taken back; it is still there for the caller afterwards.
    R write(W write) {
        var answer = new CompletableFuture<R>();
        lock.lock();
        try {
            if (closed) {
                throw new StoreUnavailable(new IllegalStateException("the store is closed"));
            }
            pending.add(new Pending<>(write, answer));
            signal();
        } finally {
            lock.unlock();
        }
        return await(answer);
    }

    private static <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private void signal() {
        somethingPending.signal();
        if (pending.size() >= rules.many()) {
            muchPending.signal();
        }
    }

    private void run(int flusher) {
        List<Pending<W, R>> batch = List.of();
        do {
            batch = nextBatch(flusher, batch);
            settle(flusher, batch);
        } while (!batch.isEmpty());
    }

    /// @param last the batch that this flusher has just settled
    /// @return empty once closed; the first flusher writes all before
    private List<Pending<W, R>> nextBatch(int flusher, List<Pending<W, R>> last) {
        var enough = flusher == 0 ? 1 : rules.many();
        var news = flusher == 0 ? somethingPending : muchPending;
        lock.lock();
        try {
            ownersUnderWay.removeAll(owners(last));
            signal();
            while (!closed || (flusher == 0 && !pending.isEmpty())) {
                if (pending.size() >= enough) {
                    awaitMore(flusher == 0 ? last.size() : 0);
                    var batch = gather();
                    if (!batch.isEmpty()) {
                        return batch;
                    }
                }
                news.awaitUninterruptibly();
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /// Those who have just been answered often have another write at once: they get a moment to
    /// bring it, lest the first of them takes a commit for itself.
    private void awaitMore(int expected) {
        try {
            for (long left = MOMENT_NANOS; left > 0 && pending.size() < expected && !closed; ) {
                left = somethingPending.awaitNanos(left);
            }
        } catch (InterruptedException nobodyElseKnowsThisThread) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending<W, R>> gather() {
        var batch = new ArrayList<Pending<W, R>>();
        var keys = new HashSet<>();
        int bytes = 0;
        for (var all = pending.iterator(); all.hasNext() && batch.size() < rules.maxWrites(); ) {
            var next = all.next();
            var size = rules.bytes().applyAsInt(next.write());
            if (!batch.isEmpty() && bytes + size > rules.maxBytes()) {
                break;
            }
            if (keys.add(rules.key().apply(next.write())) && mayJoin(batch, next)) {
                batch.add(next);
                bytes += size;
                all.remove();
            }
        }
        ownersUnderWay.addAll(owners(batch));
        return batch;
    }

    private boolean mayJoin(List<Pending<W, R>> batch, Pending<W, R> next) {
        return !ownersUnderWay.contains(rules.owner().apply(next.write()))
                && (batch.isEmpty() || rules.areAlike(batch.getFirst().write(), next.write()));
    }

    private Set<Object> owners(List<Pending<W, R>> batch) {
        return batch.stream().map(one -> rules.owner().apply(one.write())).collect(toSet());
    }

    /// Nothing that goes wrong ends the thread: later callers would wait for ever.
    private void settle(int flusher, List<Pending<W, R>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var answers = flush.flush(flusher, batch.stream().map(Pending::write).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (Throwable failure) {
            if (batch.size() > 1 && isRefusedData.test(failure)) {
                batch.forEach(one -> settle(flusher, List.of(one)));
            } else {
                batch.forEach(one -> one.answer().completeExceptionally(failure));
            }
        }
    }

    /// Takes no more writes, and waits for those that were taken.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            somethingPending.signal();
            muchPending.signal();
        } finally {
            lock.unlock();
        }
        await(ended);
    }
}
