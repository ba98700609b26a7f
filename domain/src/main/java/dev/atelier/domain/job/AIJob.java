package dev.atelier.domain.job;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.retry.RetryDecision;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A request to an AI, followed from submission to its last state.
///
/// Transitions do not change this object: each returns the next job and the event that tells what
/// happened. `version` rises by one per transition, so the number a worker saw when it claimed the
/// job is also its proof that the job is still its own. A move that the state refuses throws
/// [IllegalTransition].
public record AIJob(
        JobId id,
        UserId owner,
        JobRequest request,
        Terms terms,
        Retries retries,
        JobState state,
        Instant createdAt,
        long version) {

    public static Transition submit(
            JobId id,
            UserId owner,
            JobRequest request,
            Terms terms,
            int retriesAllowed,
            Instant now) {
        var wanted = terms.notBefore();
        var due = wanted != null && wanted.isAfter(now) ? wanted : now;
        var job =
                new AIJob(
                        id,
                        owner,
                        request,
                        terms,
                        Retries.none(retriesAllowed),
                        new Queued(due),
                        now,
                        1);
        return new Transition(job, new JobQueued(now));
    }

    /// A worker takes the job on.
    public Transition start(WorkerId worker, Instant now) {
        return switch (state) {
            case Queued(var notBefore) when !now.isBefore(notBefore) && !terms.expiredAt(now) ->
                    to(new Running(worker, now), new JobStarted(worker, now));
            case Queued _, Running _, Completed _, Failed _, Cancelled _ -> throw refuse("start");
        };
    }

    /// The attempt succeeded, and its design has its place on a canvas.
    public Transition complete(Canvas.Addition result, GeneratedBy by, Instant now) {
        var running = requireRunning("complete");
        var done =
                new Completed(
                        result.canvas().id(),
                        result.added().objects().size(),
                        running.startedAt(),
                        now);
        return to(done, new JobCompleted(result.added(), result.canvas(), by, now));
    }

    /// The attempt failed; the decision says whether another follows.
    public Transition attemptFailed(
            Failure failure, RetryDecision decision, @Nullable GeneratedBy by, Instant now) {
        var running = requireRunning("fail");
        return switch (decision) {
            case RetryAt(var due) ->
                    to(retries.useOne(), new Queued(due), new JobRequeued(failure, due, by, now));
            case GiveUp() ->
                    to(
                            new Failed(failure, running.startedAt(), now),
                            new JobFailed(failure, by, now));
        };
    }

    /// A worker that stops, or has nobody to ask, gives the job back as if the attempt had never
    /// been.
    public Transition release(Instant now) {
        requireRunning("release");
        return to(new Queued(now), new JobReleased(now));
    }

    /// The user no longer wants the result.
    public Transition cancel(Instant now) {
        return switch (state) {
            case Queued _ -> to(new Cancelled(null, now), new JobCancelled(now));
            case Running(_, var startedAt) ->
                    to(new Cancelled(startedAt, now), new JobCancelled(now));
            case Completed _, Failed _, Cancelled _ -> throw refuse("cancel");
        };
    }

    /// The user wants another go: at once, and with a fresh count of retries.
    public Transition retry(Instant now) {
        return switch (state) {
            case Failed _, Cancelled _ -> {
                var again =
                        new AIJob(
                                id,
                                owner,
                                request,
                                terms.startingAnytime(),
                                retries.startOver(),
                                new Queued(now),
                                createdAt,
                                version + 1);
                yield new Transition(again, new JobRetried(now));
            }
            case Queued _, Running _, Completed _ -> throw refuse("retry");
        };
    }

    /// The job was still waiting when the time to start it by had passed.
    public Transition expire(Instant now) {
        return switch (state) {
            case Queued _ when terms.expiredAt(now) ->
                    to(
                            new Failed(Failure.expired(), null, now),
                            new JobFailed(Failure.expired(), null, now));
            case Queued _, Running _, Completed _, Failed _, Cancelled _ -> throw refuse("expire");
        };
    }

    private Running requireRunning(String move) {
        return switch (state) {
            case Running running -> running;
            case Queued _, Completed _, Failed _, Cancelled _ -> throw refuse(move);
        };
    }

    private IllegalTransition refuse(String move) {
        return new IllegalTransition(this, move);
    }

    private Transition to(JobState next, JobEvent event) {
        return to(retries, next, event);
    }

    private Transition to(Retries counted, JobState next, JobEvent event) {
        return new Transition(
                new AIJob(id, owner, request, terms, counted, next, createdAt, version + 1), event);
    }
}
