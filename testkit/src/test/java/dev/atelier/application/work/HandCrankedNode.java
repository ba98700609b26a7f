package dev.atelier.application.work;

import dev.atelier.application.loop.Pacing;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.work.AttemptOutcome.Failed;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One process of several: a test takes every step of it by hand, or leaves it frozen.
final class HandCrankedNode {

    private final InMemoryJobs jobs;
    private final RunningJobs running;
    private final LeaseKeeper lease;
    private final LostJobs lostJobs;
    private final ForgottenJobs forgottenJobs;
    private final Dispatcher dispatcher;
    private final Settlement settlement;
    private final ManualNanos nanos = new ManualNanos();
    private final List<Attempt> attempts = new ArrayList<>();

    HandCrankedNode(
            InMemoryJobs jobs,
            JobStore store,
            FailedAttempts failedAttempts,
            MutableClock clock,
            WorkSettings settings) {
        this.jobs = jobs;
        this.running = new RunningJobs(settings.slots());
        this.lease = new LeaseKeeper(jobs.workers(), running, settings, Jobs::aWorker, nanos);
        this.lostJobs = new LostJobs(jobs.queue(), running, lease, new WakeUp());
        this.forgottenJobs = new ForgottenJobs(jobs.queue(), running, lease, store, failedAttempts);
        this.dispatcher =
                new Dispatcher(
                        jobs.queue(),
                        new Room(running, Given::aModel),
                        lease,
                        lostJobs,
                        new Pacing(settings.poll(), clock));
        this.settlement =
                new Settlement(
                        store, jobs.canvases(), failedAttempts, clock, new Patience(_ -> {}));
    }

    void pass(Duration time) {
        nanos.pass(time);
    }

    void beat() {
        lease.beat();
    }

    void watch() {
        lease.watch();
    }

    void lookForLost() {
        lostJobs.stopLost();
        forgottenJobs.round();
    }

    void dispatch() {
        dispatcher.round(this::begin);
    }

    private void begin(AIJob job) {
        var attempt =
                new Attempt(
                        job,
                        Given.assignments(),
                        new ScriptedGenerator(),
                        _ -> {},
                        Duration.ofMinutes(1));
        running.add(attempt);
        attempts.add(attempt);
        if (!lease.covers(job)) {
            attempt.interrupt(Reason.LEASE_LOST);
        }
    }

    /// The store hands jobs out, and the answer never arrives.
    void claimInVain() {
        lease.held().ifPresent(worker -> jobs.queue().claim(worker, 1));
    }

    /// An orderly stop, and a new start.
    void drain() throws InterruptedException {
        running.interruptAll(Reason.SHUTDOWN);
        succeedAll();
        lease.leave();
    }

    int attempts() {
        return attempts.size();
    }

    void succeed(int index) throws InterruptedException {
        settle(index, Given.drawn(new Generated(Designs.aFlow(), Jobs.BY_OFFLINE)));
    }

    void fail(int index, Failure failure) throws InterruptedException {
        settle(index, new Failed(failure, Jobs.BY_OFFLINE));
    }

    void succeedAll() throws InterruptedException {
        while (!attempts.isEmpty()) {
            succeed(0);
        }
    }

    /// An attempt that was stopped already keeps to that.
    private void settle(int index, AttemptOutcome wanted) throws InterruptedException {
        var attempt = attempts.remove(index);
        settlement.settle(attempt.job(), attempt.isDecided() ? attempt.run() : wanted);
        running.remove(attempt);
    }
}
