package dev.atelier.application.submit;

import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.IdempotencyConflict;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.Terms;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// [SubmitJob] on a [JobStore].
public final class SubmitJobService implements SubmitJob {

    private final JobStore store;
    private final CanvasStore canvases;
    private final Supplier<JobId> ids;
    private final InstantSource clock;
    private final int retriesAllowed;

    public SubmitJobService(
            JobStore store,
            CanvasStore canvases,
            Supplier<JobId> ids,
            InstantSource clock,
            int retriesAllowed) {
        this.store = store;
        this.canvases = canvases;
        this.ids = ids;
        this.clock = clock;
        this.retriesAllowed = retriesAllowed;
    }

    @Override
    public Receipt submit(Command command) {
        requireCanvas(command);
        var submission =
                AIJob.submit(
                        ids.get(),
                        command.owner(),
                        command.request(),
                        command.terms(),
                        retriesAllowed,
                        clock.instant());
        var submitted = submission.job();
        var key = command.key();
        if (key == null) {
            store.add(submission);
            return new Receipt(submitted, false);
        }
        var stored = store.addOnce(key, submission);
        if (!askForTheSame(stored, submitted)) {
            throw new IdempotencyConflict();
        }
        return new Receipt(stored, !stored.id().equals(submitted.id()));
    }

    private void requireCanvas(Command command) {
        if (command.request() instanceof ModifyCanvas modify
                && !canvases.exists(modify.target(), command.owner())
                && !isRepeated(command)) {
            throw new CanvasNotFound(modify.target());
        }
    }

    /// A repeat gets the first answer, though the canvas be gone by now.
    private boolean isRepeated(Command command) {
        var key = command.key();
        return key != null && store.firstUnder(key, command.owner()).isPresent();
    }

    private static boolean askForTheSame(AIJob first, AIJob second) {
        return first.request().equals(second.request()) && termsOf(first).equals(termsOf(second));
    }

    /// A repeat is sent later and on another trace: its time to start by is compared as seconds
    /// from when the job is due.
    private static Terms termsOf(AIJob job) {
        var terms = job.terms();
        return new Terms(
                terms.priority(),
                terms.notBefore(),
                sinceEpoch(due(job), terms.startBy()),
                terms.timeout(),
                terms.tags(),
                terms.webhook(),
                null);
    }

    private static Instant due(AIJob job) {
        var notBefore = job.terms().notBefore();
        return notBefore != null && notBefore.isAfter(job.createdAt())
                ? notBefore
                : job.createdAt();
    }

    private static @Nullable Instant sinceEpoch(Instant start, @Nullable Instant end) {
        if (end == null) {
            return null;
        }
        var seconds = Math.round((double) Duration.between(start, end).toMillis() / 1000);
        return Instant.ofEpochSecond(seconds);
    }
}
