package dev.atelier.application.work;

import dev.atelier.application.Ports;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.retry.RetryPolicy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// The part of a process that runs jobs: started once, drained once.
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkerParts parts;
    private final CanvasGenerator generator;
    private final ProgressBoard progress;
    private final WakeUp wakeUp;
    private final Loop dispatching;
    private final Loop beating;
    private final Loop watching;
    private final Loop polling;
    private volatile boolean draining;
    private JobSignals.@Nullable Subscription signals;

    public static Worker of(
            Ports ports,
            WorkSettings settings,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        return new Worker(
                WorkerParts.of(ports, settings, policy, clock, random),
                ports.generator(),
                ports.progress());
    }

    private Worker(WorkerParts parts, CanvasGenerator generator, ProgressBoard progress) {
        this.parts = parts;
        this.generator = generator;
        this.progress = progress;
        this.wakeUp = parts.wakeUp();
        this.dispatching =
                new Loop("dispatch", wakeUp, () -> parts.dispatcher().round(this::begin));
        this.beating = new Loop("beat", new WakeUp(), parts.lease()::beat);
        this.watching = new Loop("watch-lease", new WakeUp(), parts.lease()::watch);
        this.polling = new Loop("look-for-lost", new WakeUp(), this::lookForLost);
    }

    public void start(JobSignals source) {
        parts.lease().beat();
        signals = source.listen(parts.lostJobs());
        beating.start();
        watching.start();
        polling.start();
        dispatching.start();
    }

    private Duration lookForLost() {
        parts.lostJobs().stopLost();
        return parts.settings().poll();
    }

    private void begin(AIJob job) {
        var listener = new ThrottledProgress(job, progress, System::nanoTime);
        var attempt = new Attempt(job, generator, listener, parts.settings().jobTimeout());
        parts.running().add(attempt);
        if (draining) {
            attempt.interrupt(Reason.SHUTDOWN);
        }
        Thread.ofVirtual().name("job-" + job.id()).start(() -> run(attempt));
    }

    private void run(Attempt attempt) {
        try {
            parts.settlement().settle(attempt.job(), attempt.run());
            attempt.awaitEnd();
        } catch (InterruptedException stopped) {
            LOG.warn("job {}: nobody waits for its outcome any more", attempt.job().id());
        } catch (RuntimeException bug) {
            LOG.error("job {}: its outcome cannot be settled", attempt.job().id(), bug);
        } finally {
            parts.running().remove(attempt);
            wakeUp.signal();
        }
    }

    /// From now on health says that this process is about to stop.
    public void announceDrain() {
        draining = true;
    }

    /// Stops claiming, gives unfinished jobs back, and ends the lease; all within `patience`.
    public void drain(Duration patience) throws InterruptedException {
        draining = true;
        dispatching.stop();
        parts.running().interruptAll(Reason.SHUTDOWN);
        if (!parts.running().awaitNone(patience)) {
            LOG.warn(
                    "{} jobs could not be given back in time; others will find them abandoned",
                    parts.running().count());
        }
        polling.stop();
        watching.stop();
        beating.stop();
        if (signals != null) {
            signals.close();
        }
        parts.lease().leave();
    }

    public boolean isRunning() {
        return dispatching.isRunning();
    }

    public boolean isDraining() {
        return draining;
    }

    public int activeJobs() {
        return parts.running().count();
    }

    public WorkSettings settings() {
        return parts.settings();
    }
}
