package dev.atelier.application.work;

import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.work.AttemptOutcome.Failed;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Produced;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.retry.RetryPolicy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Turns the outcome of an attempt into the job's next state. A result in hand is offered until the
/// store has taken or refused it: an outage delays it, and only the fence drops it.
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final JobStore store;
    private final CanvasStore canvases;
    private final RetryPolicy policy;
    private final InstantSource clock;
    private final RandomGenerator random;

    Settlement(
            JobStore store,
            CanvasStore canvases,
            RetryPolicy policy,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.canvases = canvases;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    void settle(AIJob job, AttemptOutcome outcome) throws InterruptedException {
        try {
            switch (outcome) {
                case Produced(var generated) -> complete(job, generated);
                case Failed(var failure, var by) -> fail(job, failure, by);
                case Interrupted(var reason) -> interrupted(job, reason);
            }
        } catch (StaleJob overtaken) {
            LOG.info("job {}: moved on while it ran here; this outcome is dropped", job.id());
        }
    }

    private void complete(AIJob job, Generated generated) throws InterruptedException {
        try {
            placeAndSave(job, generated);
        } catch (InvalidValue full) {
            fail(
                    job,
                    Failure.permanent("The canvas has no room for this: " + full.getMessage()),
                    generated.by());
        } catch (StaleJob overtaken) {
            throw overtaken;
        } catch (RuntimeException bug) {
            LOG.error("job {}: the result cannot be stored", job.id(), bug);
            fail(job, Failure.transientFailure("The result could not be stored"), generated.by());
        }
    }

    private void placeAndSave(AIJob job, Generated generated) throws InterruptedException {
        while (true) {
            try {
                var placed = patiently(job, () -> place(job, generated.design()));
                save(job.complete(placed, generated.by(), clock.instant()));
                return;
            } catch (StaleCanvas overtaken) {
                LOG.debug("job {}: {}", job.id(), overtaken.getMessage());
            }
        }
    }

    private Canvas.Addition place(AIJob job, CanvasDesign design) {
        var target = job.request().target();
        if (target == null) {
            return Canvas.begin(new CanvasId(job.id().toString()), job.owner(), design);
        }
        return canvases.find(target, job.owner())
                .map(canvas -> canvas.add(design))
                .orElseGet(() -> Canvas.begin(target, job.owner(), design));
    }

    private void fail(AIJob job, Failure failure, @Nullable GeneratedBy by)
            throws InterruptedException {
        var now = clock.instant();
        save(
                job.attemptFailed(
                        failure, policy.decide(failure, job.retries(), now, random), by, now));
    }

    private void interrupted(AIJob job, Reason reason) throws InterruptedException {
        switch (reason) {
            case SHUTDOWN -> save(job.release(clock.instant()));
            case LOST, LEASE_LOST -> LOG.info("job {}: stopped ({})", job.id(), reason);
        }
    }

    private void save(Transition transition) throws InterruptedException {
        patiently(
                transition.job(),
                () -> {
                    store.save(transition);
                    return transition;
                });
    }

    private <T> T patiently(AIJob job, Supplier<T> step) throws InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return step.get();
            } catch (StoreUnavailable outage) {
                LOG.warn("job {}: its outcome waits for the database", job.id());
                Thread.sleep(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
