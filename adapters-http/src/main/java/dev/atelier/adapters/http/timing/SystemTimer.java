package dev.atelier.adapters.http.timing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The machine's own time, with one thread for all alarms.
public final class SystemTimer implements Timer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SystemTimer.class);

    private final ScheduledThreadPoolExecutor alarms;

    public SystemTimer() {
        this.alarms =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("alarms").factory());
        // Most alarms of a healthy connection are cancelled long before they are due.
        alarms.setRemoveOnCancelPolicy(true);
        alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        alarms.setRejectedExecutionHandler((_, _) -> {});
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Alarm in(Duration delay, Runnable task) {
        var scheduled = alarms.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("an alarm failed", bug);
        }
    }

    /// Alarms that are not due yet never will be.
    @Override
    public void close() {
        alarms.shutdown();
    }
}
