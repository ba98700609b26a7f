package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.Hint.News;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
    private static final Duration BETWEEN_TWO = Duration.ofMillis(10);
    private static final String NOTIFY =
            "select pg_notify(:channel, payload)"
                    + " from unnest(CAST(:payloads AS text[])) as all_of_it (payload)";

    private final Transactions transactions;
    private final PostgresJobSignals signals;
    private final PostgresJobFeed feed;
    private final Accounting accounting;
    private final String channel;
    private final UUID node;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> ended;
    private final Hint.Gathered pending = new Hint.Gathered();

    Wakeups(
            Transactions transactions,
            PostgresJobSignals signals,
            PostgresJobFeed feed,
            Accounting accounting,
            String channel,
            UUID node) {
        this.transactions = transactions.onCallersThread();
        this.signals = signals;
        this.feed = feed;
        this.accounting = accounting;
        this.channel = channel;
        this.node = node;
        this.ended =
                CompletableFuture.runAsync(
                        this::run, Thread.ofVirtual().name("atelier-wakeups")::start);
    }

    void moved(List<Transition> moves) {
        if (!moves.isEmpty()) {
            var hint = Hint.of(moves);
            signals.tell(hint);
            feed.moved(moves);
            accounting.noted();
            tellOthers(hint);
        }
    }

    /// Jobs that moved and that this node cannot read; a newer one may.
    void movedUnread(Collection<Trace> jobs) {
        jobs.forEach(job -> tellOthers(Hint.of(job, News.MOVED)));
    }

    /// Something changed that no job tells of.
    void lookAgain() {
        signals.tell(Hint.LOOK_AGAIN);
        tellOthers(Hint.LOOK_AGAIN);
    }

    void progressed(AIJob job, Progress progress) {
        feed.progressed(job.owner(), new Progressed(job.id(), job.version(), progress));
        tellOthers(Hint.of(new Trace(job.owner(), job.id()), News.PROGRESSED));
    }

    void drawn(AIJob job, CanvasDesign soFar) {
        feed.drawn(job.owner(), new Drawn(job.id(), job.version(), soFar));
        tellOthers(Hint.of(new Trace(job.owner(), job.id()), News.PROGRESSED));
    }

    private void tellOthers(Hint hint) {
        lock.lock();
        try {
            pending.add(hint);
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
            return pending.take();
        } finally {
            lock.unlock();
        }
    }

    /// A hint that cannot be sent is lost, and the others find out by looking: nobody waits for it.
    private void send(Hint hint) {
        var payloads = HintText.write(hint, node).toArray(String[]::new);
        try {
            transactions.each(
                    sql ->
                            sql.createQuery(NOTIFY)
                                    .addParam("channel", channel)
                                    .addParam("payloads", payloads)
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
