package dev.atelier.application.work;

import dev.atelier.application.log.JobLines;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.application.work.AttemptOutcome.Failed;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Produced;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.application.work.AttemptOutcome.Untried;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One run of one claimed job. The generator works on a thread of its own, so that whatever comes
/// first decides: its answer, its failure, the deadline, or an interruption. What comes later
/// changes nothing.
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final AIJob job;
    private final Assignments assignments;
    private final CanvasGenerator generator;
    private final CanvasGenerator.Listener listener;
    private final Duration limit;
    private final CompletableFuture<AttemptOutcome> outcome = new CompletableFuture<>();
    private final Thread work;
    private volatile @Nullable GeneratedBy asked;

    /// @param limit how long any attempt may run; the job's own terms may be stricter
    Attempt(
            AIJob job,
            Assignments assignments,
            CanvasGenerator generator,
            CanvasGenerator.Listener listener,
            Duration limit) {
        this.job = job;
        this.assignments = assignments;
        this.generator = generator;
        this.listener = listener;
        var own = job.terms().timeout();
        this.limit = own != null && own.compareTo(limit) < 0 ? own : limit;
        this.work =
                Thread.ofVirtual()
                        .name("generate-" + job.id())
                        .unstarted(() -> JobLines.about(job, () -> outcome.complete(generate())));
    }

    AIJob job() {
        return job;
    }

    boolean isDecided() {
        return outcome.isDone();
    }

    void interrupt(Reason reason) {
        if (outcome.complete(new Interrupted(reason, asked))) {
            work.interrupt();
        }
    }

    /// Runs the generator and waits for how it ends.
    AttemptOutcome run() throws InterruptedException {
        if (outcome.isDone()) {
            return outcome.join();
        }
        work.start();
        try {
            return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException deadline) {
            if (outcome.complete(tooLate())) {
                work.interrupt();
            }
            return outcome.join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Waits until the generator has let go of what it holds, so that a free slot means a free
    /// provider; but no longer than `patience`.
    void awaitEnd(Duration patience) throws InterruptedException {
        if (work.isAlive() && !work.join(patience)) {
            LOG.warn(
                    "job {}: the generator does not react to interruption; its slot is given away",
                    job.id());
        }
    }

    private Failed tooLate() {
        var failure = Failure.timedOut(limit);
        var by = asked;
        return new Failed(failure, by == null ? null : by.failed(failure.message()));
    }

    private AttemptOutcome generate() {
        try {
            var assignment = assignments.of(job);
            return new Produced(assignment, generator.generate(assignment, new Notes()));
        } catch (GenerationFailed failed) {
            LOG.info("job {}: {}", job.id(), failed.failure(), failed.getCause());
            return new Failed(failed.failure(), failed.by());
        } catch (GeneratorPaused paused) {
            return new Untried(paused.until());
        } catch (InterruptedException interrupted) {
            return new Failed(Failure.transientFailure("The attempt was interrupted"), null);
        } catch (Throwable bug) {
            LOG.error("job {}: the generator broke", job.id(), bug);
            return new Failed(Failure.transientFailure("Something went wrong while drawing"), null);
        }
    }

    /// Passes on what the generator reports, and notes who is asked.
    private final class Notes implements CanvasGenerator.Listener {

        @Override
        public void progress(Progress progress) {
            listener.progress(progress);
        }

        @Override
        public void partial(CanvasDesign soFar) {
            listener.partial(soFar);
        }

        @Override
        public void asked(GeneratedBy soFar) {
            asked = soFar;
            listener.asked(soFar);
        }
    }
}
