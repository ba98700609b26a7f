package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All that is stored about one job. Guarded by the [Ledger] it is in.
final class Row {

    /// The turn of a job that has not joined the line.
    static final long NO_TURN = 0;

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<JobMove> moves = new ArrayList<>();
    private final List<PastEvent> events = new ArrayList<>();
    private AIJob job;
    private long turn = NO_TURN;
    private @Nullable CanvasDesign design;
    private @Nullable Progress progress;
    private @Nullable CanvasDesign soFar;

    Row(AIJob job) {
        this.job = job;
    }

    void apply(Transition transition, Instant now) {
        moves.add(JobMove.of(transition, now));
        events.add(PastEvent.of(transition));
        job = transition.job();
        progress = null;
        soFar = null;
        tell(transition.event());
    }

    private void tell(JobEvent event) {
        switch (event) {
            case JobQueued _, JobRetried _ -> turn = NO_TURN;
            case JobStarted(_, var at) ->
                    attempts.add(new Attempt(attempts.size() + 1, at, null, null, null));
            case JobRequeued(var failure, _, var by, var at) -> {
                turn = event.goesBack() ? turn : NO_TURN;
                endAttempt(at, by, failure.message());
            }
            case JobReleased _ -> attempts.removeLast();
            case JobCompleted(var drawn, _, var by, var at) -> {
                design = drawn;
                endAttempt(at, by, null);
            }
            case JobFailed(var failure, var by, var at) -> endAttempt(at, by, failure.message());
            case JobCancelled(var at) -> endAttempt(at, null, null);
        }
    }

    /// A job can also end without an attempt under way.
    private void endAttempt(Instant at, @Nullable GeneratedBy by, @Nullable String error) {
        if (!attempts.isEmpty() && attempts.getLast().endedAt() == null) {
            var open = attempts.removeLast();
            attempts.add(new Attempt(open.number(), open.startedAt(), at, by, error));
        }
    }

    void join(long place) {
        turn = place;
    }

    void makeDue(Instant now) {
        job =
                new AIJob(
                        job.id(),
                        job.owner(),
                        job.request(),
                        job.terms(),
                        job.retries(),
                        new Queued(now),
                        job.createdAt(),
                        job.version());
    }

    void show(Progress said) {
        progress = said;
    }

    void show(CanvasDesign drawn) {
        soFar = drawn;
    }

    AIJob job() {
        return job;
    }

    long turn() {
        return turn;
    }

    @Nullable CanvasDesign design() {
        return design;
    }

    @Nullable Progress progress() {
        return progress;
    }

    @Nullable CanvasDesign soFar() {
        return soFar;
    }

    /// Oldest first.
    List<JobMove> moves() {
        return List.copyOf(moves);
    }

    /// Oldest first.
    List<PastEvent> events() {
        return List.copyOf(events);
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    int priority() {
        return job.terms().priority().value();
    }

    boolean isQueued() {
        return job.state() instanceof Queued;
    }

    boolean isDue(Instant now) {
        return job.state() instanceof Queued(var notBefore) && !notBefore.isAfter(now);
    }

    /// Since when the job waits, or will.
    Instant dueSince() {
        return job.state() instanceof Queued(var notBefore) ? notBefore : job.createdAt();
    }

    boolean isRunning() {
        return job.state() instanceof Running;
    }

    boolean isHeldBy(WorkerId worker) {
        return job.state() instanceof Running(var holder, _) && holder.equals(worker);
    }
}
