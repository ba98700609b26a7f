package dev.atelier.application.work;

import dev.atelier.application.port.out.CanvasGenerator.Assignment.Draw;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Revise;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.work.AttemptOutcome.Failed;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Produced;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.application.work.AttemptOutcome.Untried;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Transition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;

/// Turns the outcome of an attempt into the job's next state. A result in hand is offered until the
/// store has taken or refused it: an outage delays it, and only the fence drops it.
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final JobStore store;
    private final CanvasStore canvases;
    private final FailedAttempts failedAttempts;
    private final InstantSource clock;
    private final Patience patience;

    Settlement(
            JobStore store,
            CanvasStore canvases,
            FailedAttempts failedAttempts,
            InstantSource clock,
            Patience patience) {
        this.store = store;
        this.canvases = canvases;
        this.failedAttempts = failedAttempts;
        this.clock = clock;
        this.patience = patience;
    }

    void settle(AIJob job, AttemptOutcome outcome) throws InterruptedException {
        try {
            switch (outcome) {
                case Produced produced -> complete(job, produced);
                case Failed(var failure, var by) -> save(failedAttempts.fail(job, failure, by));
                case Untried(var until) -> giveBack(job, until);
                case Interrupted(var reason) -> interrupted(job, reason);
            }
        } catch (StaleJob overtaken) {
            LOG.info("job {}: moved on while it ran here; this outcome is dropped", job.id());
        }
    }

    private void complete(AIJob job, Produced produced) throws InterruptedException {
        var by = produced.generated().by();
        try {
            placeAndSave(job, produced);
        } catch (GenerationFailed gone) {
            save(failedAttempts.fail(job, gone.failure(), by));
        } catch (InvalidValue full) {
            var failure =
                    Failure.permanent("The canvas has no room for this: " + full.getMessage());
            save(failedAttempts.fail(job, failure, by));
        } catch (StaleJob overtaken) {
            throw overtaken;
        } catch (RuntimeException bug) {
            LOG.error("job {}: the result cannot be stored", job.id(), bug);
            var failure = Failure.transientFailure("The result could not be stored");
            save(failedAttempts.fail(job, failure, by));
        }
    }

    private void placeAndSave(AIJob job, Produced produced) throws InterruptedException {
        while (true) {
            try {
                patience.with(job, () -> store.save(completion(job, produced)));
                return;
            } catch (StaleCanvas overtaken) {
                LOG.debug("job {}: {}", job.id(), overtaken.getMessage());
            }
        }
    }

    private Transition completion(AIJob job, Produced produced) {
        var design = produced.generated().design();
        var placed =
                switch (produced.assignment()) {
                    case Draw _ -> place(job, design);
                    case Revise(_, var base) -> revise(base, design);
                };
        return job.complete(placed, produced.generated().by(), clock.instant());
    }

    /// A canvas of the job's own is looked for too: its owner can have named it in another job.
    private Canvas.Addition place(AIJob job, CanvasDesign design) {
        var named = job.request().target();
        var target = named == null ? new CanvasId(job.id().toString()) : named;
        return canvases.find(target, job.owner())
                .map(canvas -> canvas.add(design))
                .orElseGet(() -> Canvas.begin(target, job.owner(), design));
    }

    private Canvas.Addition revise(Canvas base, CanvasDesign revision) {
        return canvases.find(base.id(), base.owner())
                .orElseThrow(Assignments::gone)
                .revised(base, revision);
    }

    /// Due at once: another node may have a provider that can be asked.
    private void giveBack(AIJob job, Instant until) throws InterruptedException {
        LOG.info("job {}: goes back, for no provider can be asked before {}", job.id(), until);
        save(job.release(clock.instant()));
    }

    private void interrupted(AIJob job, Reason reason) throws InterruptedException {
        switch (reason) {
            case SHUTDOWN -> save(job.release(clock.instant()));
            case LOST, LEASE_LOST -> LOG.info("job {}: stopped ({})", job.id(), reason);
        }
    }

    private void save(Transition transition) throws InterruptedException {
        patience.with(transition.job(), () -> store.save(transition));
    }
}
