package dev.atelier.application.port.out;

import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;

import org.jspecify.annotations.Nullable;

/// A generator gave up. The failure is safe to show; the cause is for the log.
public final class GenerationFailed extends RuntimeException {

    private final transient Failure failure;
    private final transient @Nullable GeneratedBy by;

    public GenerationFailed(Failure failure, @Nullable GeneratedBy by, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
        this.by = by;
    }

    public Failure failure() {
        return failure;
    }

    /// Who tried, and what it took; null if nobody was asked.
    public @Nullable GeneratedBy by() {
        return by;
    }
}
