package dev.atelier.testkit.contract;

import dev.atelier.application.port.out.JobSignals;
import dev.atelier.domain.job.JobId;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// A listener that remembers, and that a test can wait for.
final class Ear implements JobSignals.Listener {

    private static final long PATIENCE_SECONDS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final Set<JobId> ended = new HashSet<>();
    private boolean queued;

    @Override
    public void queued() {
        remember(() -> queued = true);
    }

    @Override
    public void ended(Set<JobId> jobs) {
        remember(() -> ended.addAll(jobs));
    }

    /// Says nothing that a test could hold on to.
    @Override
    public void lookAgain() {}

    void forgetQueued() {
        remember(() -> queued = false);
    }

    void awaitQueued() {
        await(() -> queued, "that work may be waiting");
    }

    void awaitEnd(JobId job) {
        await(() -> ended.contains(job), "the end of job " + job);
    }

    boolean heardEndOf(JobId job) {
        lock.lock();
        try {
            return ended.contains(job);
        } finally {
            lock.unlock();
        }
    }

    private void remember(Runnable note) {
        lock.lock();
        try {
            note.run();
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await(BooleanSupplier fact, String what) {
        lock.lock();
        try {
            var left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!fact.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("nobody said " + what);
                }
                left = heard.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError("stopped while listening", stopped);
        } finally {
            lock.unlock();
        }
    }
}
