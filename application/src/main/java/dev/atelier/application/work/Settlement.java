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
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.Transition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

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

    /// @return what happened to the job; nothing, if it is in other hands
    Optional<JobEvent> settle(AIJob job, AttemptOutcome outcome) throws InterruptedException {
        try {
            return switch (outcome) {
                case Produced produced -> Optional.of(complete(job, produced));
                case Failed(var failure, var by) ->
                        Optional.of(save(failedAttempts.fail(job, failure, by)));
                case Untried(var until) -> Optional.of(giveBack(job, until));
                case Interrupted(var reason, _) -> interrupted(job, reason);
            };
        } catch (StaleJob overtaken) {
            LOG.info("job {}: moved on while it ran here; this outcome is dropped", job.id());
            return Optional.empty();
        }
    }

    private JobEvent complete(AIJob job, Produced produced) throws InterruptedException {
        var by = produced.by();
        try {
            return placeAndSave(job, produced);
        } catch (GenerationFailed gone) {
            return save(failedAttempts.fail(job, gone.failure(), by));
        } catch (InvalidValue full) {
            var failure =
                    Failure.permanent("The canvas cannot take the result: " + full.getMessage());
            return save(failedAttempts.fail(job, failure, by));
        } catch (StaleJob overtaken) {
            throw overtaken;
        } catch (RuntimeException bug) {
            LOG.error("job {}: the result cannot be stored", job.id(), bug);
            var failure = Failure.transientFailure("The result could not be stored");
            return save(failedAttempts.fail(job, failure, by));
        }
    }

    /// A canvas of the job's own is next to always new: it is looked for only when it turns out
    /// that it is not.
    private JobEvent placeAndSave(AIJob job, Produced produced) throws InterruptedException {
        if (job.request().target() == null) {
            try {
                return patience.with(job, () -> write(begun(job, produced)));
            } catch (StaleCanvas taken) {
                LOG.debug("job {}: {}", job.id(), taken.getMessage());
            }
        }
        while (true) {
            try {
                return patience.with(job, () -> write(completion(job, produced)));
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
        return job.complete(placed, produced.by(), clock.instant());
    }

    private Transition begun(AIJob job, Produced produced) {
        var canvas = Canvas.begin(target(job), job.owner(), produced.generated().design());
        return job.complete(canvas, produced.by(), clock.instant());
    }

    private static CanvasId target(AIJob job) {
        var named = job.request().target();
        return named == null ? new CanvasId(job.id().toString()) : named;
    }

    /// A canvas of the job's own is looked for too: its owner can have named it in another job.
    private Canvas.Addition place(AIJob job, CanvasDesign design) {
        var target = target(job);
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
    private JobEvent giveBack(AIJob job, Instant until) throws InterruptedException {
        LOG.info("job {}: goes back, for no provider can be asked before {}", job.id(), until);
        return save(job.release(clock.instant()));
    }

    private Optional<JobEvent> interrupted(AIJob job, Reason reason) throws InterruptedException {
        return switch (reason) {
            case SHUTDOWN -> Optional.of(save(job.release(clock.instant())));
            case LOST, LEASE_LOST -> {
                LOG.info("job {}: stopped ({})", job.id(), reason);
                yield Optional.empty();
            }
        };
    }

    private JobEvent save(Transition transition) throws InterruptedException {
        return patience.with(transition.job(), () -> write(transition));
    }

    private JobEvent write(Transition transition) {
        store.save(transition);
        return transition.event();
    }
}
