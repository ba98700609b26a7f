package dev.atelier.application.port.out;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.Optional;

/// Durable home of jobs. A write stores the new state and its event (and, on completion, design and
/// canvas) together, or nothing; it returns once it is durable. Every method throws
/// [StoreUnavailable] when the store cannot be reached.
public interface JobStore {

    /// Stores a new job.
    void add(Transition submission);

    /// Stores a new job, unless its owner used this key within the last 24 hours: then returns the
    /// job stored first.
    AIJob addOnce(IdempotencyKey key, Transition submission);

    /// @return what [#addOnce] would return instead of storing another job under this key
    Optional<AIJob> firstUnder(IdempotencyKey key, UserId owner);

    Optional<AIJob> find(JobId id, UserId owner);

    /// @return what a completed job drew; empty for any other
    Optional<CanvasDesign> design(JobId id, UserId owner);

    /// @throws StaleJob if another transition reached the job first
    /// @throws StaleCanvas if another job reached its canvas first; nothing was stored
    void save(Transition transition);

    /// Forgets an ended job with its events, progress and keys.
    ///
    /// @throws StaleJob if the job has moved on since it was read
    void delete(AIJob job);
}
