package dev.atelier.testkit;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import java.time.Instant;
import java.util.UUID;

/// Jobs in every state, each brought there by real transitions, so that no test rests on a job that
/// production cannot have. Times are precise to the microsecond, as a database keeps them.
public final class Jobs {

    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000001Z");
    public static final UserId ALICE = new UserId("alice");
    public static final UserId BOB = new UserId("bob");
    public static final GeneratedBy BY_A_MODEL =
            new GeneratedBy("openai", "a-model", new Usage(1200, 340));
    public static final GeneratedBy BY_OFFLINE = new GeneratedBy("offline", null, null);
    public static final Failure OVERLOADED = Failure.transientFailure("The provider is overloaded");
    public static final Failure REFUSED = Failure.permanent("The provider refuses to draw this");

    /// What jobs draw unless the test says otherwise.
    public static final CanvasDesign DRAWN = Designs.aFlow();

    private Jobs() {}

    public static Transition submission() {
        return Submission.by(ALICE).made();
    }

    public static AIJob aQueuedJob() {
        return submission().job();
    }

    public static AIJob aRunningJob(WorkerId worker) {
        return aQueuedJob().start(worker, NOON).job();
    }

    public static AIJob aCompletedJob() {
        return completion(aRunningJob(aWorker()), NOON).job();
    }

    public static AIJob aFailedJob() {
        return failure(aRunningJob(aWorker()), NOON).job();
    }

    public static AIJob aCancelledJob() {
        return aQueuedJob().cancel(NOON).job();
    }

    /// A worker that is not known to anybody yet.
    public static WorkerId aWorker() {
        return new WorkerId(UUID.randomUUID());
    }

    /// The running job drew [#DRAWN] on a canvas of its own.
    public static Transition completion(AIJob running, Instant now) {
        return completion(running, DRAWN, now);
    }

    /// The running job drew this on a canvas of its own.
    public static Transition completion(AIJob running, CanvasDesign design, Instant now) {
        var begun = Canvas.begin(canvasOf(running), running.owner(), design);
        return running.complete(begun, BY_A_MODEL, now);
    }

    /// The name of a job's own canvas.
    public static CanvasId canvasOf(AIJob job) {
        return new CanvasId(job.id().toString());
    }

    /// The running job failed for good.
    public static Transition failure(AIJob running, Instant now) {
        return running.attemptFailed(REFUSED, new GiveUp(), BY_A_MODEL, now);
    }

    /// The running job was left by a silent worker, and may be tried again.
    public static Transition abandonment(AIJob running, Instant now) {
        return running.attemptFailed(Failure.abandoned(), new RetryAt(now), null, now);
    }

    /// The running job failed for now.
    public static Transition requeue(AIJob running, Instant due, Instant now) {
        return running.attemptFailed(OVERLOADED, new RetryAt(due), BY_A_MODEL, now);
    }
}
