package dev.atelier.adapters.postgres;

import dev.atelier.domain.job.JobId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tells everybody that committed jobs moved: listeners on this node at once, other nodes by
/// NOTIFY, one for all that happened within a few milliseconds. It travels in a transaction of its
/// own, because a transaction that notifies holds a lock that all others wait for at their commit.
final class Wakeups implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(5);
    private static final String NOTIFY = "select pg_notify(:channel, :payload)";

    private final Transactions transactions;
    private final PostgresJobSignals signals;
    private final String channel;
    private final UUID node;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> ended;
    private Hint pending = Hint.NOTHING;

    Wakeups(Transactions transactions, PostgresJobSignals signals, String channel, UUID node) {
        this.transactions = transactions;
        this.signals = signals;
        this.channel = channel;
        this.node = node;
        this.ended =
                CompletableFuture.runAsync(
                        this::run, Thread.ofVirtual().name("atelier-wakeups")::start);
    }

    void queued() {
        tell(Hint.QUEUED);
    }

    void ended(Set<JobId> jobs) {
        tell(Hint.ended(jobs));
    }

    private void tell(Hint hint) {
        signals.tell(hint);
        lock.lock();
        try {
            pending = pending.and(hint);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (var hint = next(); !hint.saysNothing(); hint = next()) {
            send(hint);
            pause();
        }
    }

    /// @return nothing once closed
    private Hint next() {
        lock.lock();
        try {
            while (pending.saysNothing() && isOpen()) {
                news.awaitUninterruptibly();
            }
            var hint = pending;
            pending = Hint.NOTHING;
            return hint;
        } finally {
            lock.unlock();
        }
    }

    /// A hint that cannot be sent is lost, and the others find out by looking: nobody waits for it.
    private void send(Hint hint) {
        try {
            transactions.each(
                    sql ->
                            sql.createQuery(NOTIFY)
                                    .addParam("channel", channel)
                                    .addParam("payload", hint.payload(node))
                                    .execute()
                                    .count());
        } catch (RuntimeException failure) {
            LOG.warn("Other nodes could not be told that jobs moved: {}", failure.toString());
        }
    }

    private void pause() {
        try {
            closed.await(BETWEEN_TWO.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyElseKnowsThisThread) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed.countDown();
            news.signal();
        } finally {
            lock.unlock();
        }
        ended.join();
    }
}
