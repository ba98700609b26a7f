package dev.atelier.application.work;

import dev.atelier.application.Ports;
import dev.atelier.application.loop.Lookout;
import dev.atelier.application.loop.Pacing;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.domain.retry.RetryPolicy;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What a worker is made of, wired top to bottom.
record WorkerParts(
        WorkSettings settings,
        WakeUp wakeUp,
        RunningJobs running,
        LeaseKeeper lease,
        LostJobs lostJobs,
        ForgottenJobs forgottenJobs,
        Dispatcher dispatcher,
        Assignments assignments,
        Settlement settlement) {

    static WorkerParts of(
            Ports ports,
            WorkSettings settings,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        var wakeUp = new WakeUp();
        var running = new RunningJobs(settings.slots());
        var lease =
                new LeaseKeeper(
                        ports.workers(),
                        running,
                        settings,
                        () -> new WorkerId(UUID.randomUUID()),
                        System::nanoTime);
        var failedAttempts = new FailedAttempts(policy, clock, random);
        var lostJobs = new LostJobs(ports.queue(), running, lease, wakeUp);
        var forgottenJobs =
                new ForgottenJobs(ports.queue(), running, lease, ports.store(), failedAttempts);
        var dispatcher =
                new Dispatcher(
                        ports.queue(),
                        new Room(running, ports.models()),
                        lease,
                        lostJobs,
                        new Pacing(Lookout.UNTOLD, clock));
        var settlement =
                new Settlement(
                        ports.store(),
                        ports.canvases(),
                        failedAttempts,
                        clock,
                        new Patience(Thread::sleep));
        return new WorkerParts(
                settings,
                wakeUp,
                running,
                lease,
                lostJobs,
                forgottenJobs,
                dispatcher,
                new Assignments(ports.canvases()),
                settlement);
    }
}
