package dev.atelier.application.port.in;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

/// Accepts a request now and promises a canvas later. The job is durable before this returns.
public interface SubmitJob {

    /// Submitting twice under one key is the same as submitting once.
    ///
    /// @throws IdempotencyConflict if the key was used for something else within a day
    /// @throws CanvasNotFound if the canvas to modify is not there
    Receipt submit(Command command);

    /// @param key absent where the client does not care about repeats
    record Command(UserId owner, JobRequest request, Terms terms, @Nullable IdempotencyKey key) {}

    /// @param replayed whether the job was already there under this key
    record Receipt(AIJob job, boolean replayed) {}
}
