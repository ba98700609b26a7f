package dev.atelier.application.work;

import dev.atelier.application.Ports;
import dev.atelier.application.log.JobLines;
import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Lookout;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.Outlook.Sight;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.retry.RetryPolicy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// The part of a process that runs jobs: started once, drained once.
public final class Worker implements Lookout.Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /// How long a generator may take to let go before its slot is given away regardless.
    private static final Duration LETTING_GO = Duration.ofSeconds(2);

    private final WorkerParts parts;
    private final JobQueue queue;
    private final CanvasGenerator generator;
    private final ProgressBoard progress;
    private final Tracing tracing;
    private final InstantSource clock;
    private final WorkMeter meter = new WorkMeter();
    private final WakeUp wakeUp;
    private final WakeUp sighting = new WakeUp();
    private final Loop dispatching;
    private final Loop beating;
    private final Loop watching;
    private final Loop polling;
    private volatile boolean draining;
    private volatile Sight sight = Sight.UNKNOWN;
    private JobSignals.@Nullable Subscription signals;

    public static Worker of(
            Ports ports,
            WorkSettings settings,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        return new Worker(WorkerParts.of(ports, settings, policy, clock, random), ports, clock);
    }

    private Worker(WorkerParts parts, Ports ports, InstantSource clock) {
        this.parts = parts;
        this.queue = ports.queue();
        this.generator = ports.generator();
        this.progress = ports.progress();
        this.tracing = ports.tracing();
        this.clock = clock;
        this.wakeUp = parts.wakeUp();
        this.dispatching =
                new Loop("dispatch", wakeUp, () -> parts.dispatcher().round(this::begin));
        this.beating = new Loop("beat", new WakeUp(), this::beat);
        this.watching = new Loop("watch-lease", new WakeUp(), parts.lease()::watch);
        this.polling = new Loop("look-for-lost", sighting, this::lookForLost);
    }

    /// Where there are no slots, nothing starts, and nobody hears of this worker.
    public void start(JobSignals source) {
        if (parts.settings().slots() == 0) {
            return;
        }
        signals = source.listen(parts.lostJobs());
        beating.start();
        watching.start();
        polling.start();
        queue.leaveOpen(parts.dispatcher().openRoom());
        dispatching.start();
    }

    /// Looks for work now.
    public void look() {
        wakeUp.signal();
    }

    /// Each look of the lookout is also one for jobs that were lost or forgotten.
    @Override
    public void seen(Sight seen) {
        sight = seen;
        sighting.signal();
        if (seen.waiting()) {
            wakeUp.signal();
        }
    }

    /// A dispatcher that found no lease sleeps: it hears at once of a new one.
    private Duration beat() {
        var hadLease = parts.lease().held().isPresent();
        var pause = parts.lease().beat();
        if (!hadLease) {
            wakeUp.signal();
        }
        return pause;
    }

    /// A job whose claim has not been answered yet is not forgotten, however long that takes; and
    /// none is where no job runs at all.
    private Duration lookForLost() {
        parts.lostJobs().stopLost();
        if (sight.running() && !parts.lostJobs().isClaiming()) {
            parts.forgottenJobs().round();
        }
        return Lookout.UNTOLD;
    }

    /// Whoever stops all attempts may have done so while this job was being claimed: once it is
    /// among the running ones, a second look makes sure that it is not missed.
    private void begin(AIJob job) {
        meter.begun(job);
        var trace = AttemptTrace.begin(tracing, clock, job);
        var listener = trace.before(new ThrottledProgress(job, progress, System::nanoTime));
        var attempt =
                new Attempt(
                        job,
                        parts.assignments(),
                        generator,
                        listener,
                        parts.settings().jobTimeout());
        parts.running().add(attempt);
        if (!dispatching.isRunning()) {
            attempt.interrupt(Reason.SHUTDOWN);
        }
        if (!parts.lease().covers(job)) {
            attempt.interrupt(Reason.LEASE_LOST);
        }
        Thread.ofVirtual()
                .name("job-" + job.id())
                .start(() -> JobLines.about(job, () -> run(attempt, trace)));
    }

    private void run(Attempt attempt, AttemptTrace trace) {
        try {
            settle(attempt, trace);
            attempt.awaitEnd(LETTING_GO);
        } catch (InterruptedException stopped) {
            LOG.warn("job {}: nobody waits for its outcome any more", attempt.job().id());
        } catch (RuntimeException bug) {
            LOG.error("job {}: its outcome cannot be settled", attempt.job().id(), bug);
        } finally {
            parts.running().remove(attempt);
            wakeUp.signal();
        }
    }

    private void settle(Attempt attempt, AttemptTrace trace) throws InterruptedException {
        var outcome = attempt.run();
        meter.asked(outcome.by());
        var event = parts.settlement().settle(attempt.job(), outcome);
        meter.ended(attempt.job(), event);
        trace.ended(outcome, event);
    }

    /// From now on health says that this process is about to stop.
    public void announceDrain() {
        draining = true;
    }

    /// Stops claiming, gives unfinished jobs back, and ends the lease; all within `patience`.
    public void drain(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        draining = true;
        dispatching.stop();
        parts.running().interruptAll(Reason.SHUTDOWN);
        dispatching.awaitEnd(deadline.left());
        parts.dispatcher().openRoom().close(deadline.left());
        if (!parts.running().awaitNone(deadline.left())) {
            LOG.warn(
                    "{} jobs could not be given back in time; others will find them abandoned",
                    parts.running().count());
        }
        for (var loop : List.of(polling, watching, beating)) {
            loop.stop();
            loop.awaitEnd(deadline.left());
        }
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

    public WorkDone workDone() {
        return meter.read(parts.lease().lost());
    }

    public WorkSettings settings() {
        return parts.settings();
    }
}
